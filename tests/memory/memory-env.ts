import { type Env, parseEnv } from '@/src/platform/env';

const HARAVAN = 'http://haravan.test';
const LAZADA = 'http://lazada.test';

/** The environment of a run in memory: both platforms at names that only the in-process transport knows. */
export const memoryEnv = (given: Record<string, string> = {}): Env =>
  parseEnv({
    ...{ APP_URL: 'http://app.test', DATABASE_URL: 'none', REDIS_URL: 'none', NEXTAUTH_SECRET: 'n'.repeat(32) },
    ...{ HARAVAN_CLIENT_ID: 'haravan-app', HARAVAN_CLIENT_SECRET: 'haravan-secret' },
    ...{ HARAVAN_WEBHOOK_VERIFY_TOKEN: 'verify-me', HARAVAN_ACCOUNTS_URL: HARAVAN, HARAVAN_API_URL: HARAVAN },
    ...{ HARAVAN_WEBHOOK_URL: HARAVAN, HARAVAN_ADMIN_URL: `${HARAVAN}/shops/{shop}` },
    ...{ LAZADA_APP_KEY: '123456', LAZADA_APP_SECRET: 's'.repeat(32) },
    ...{ LAZADA_AUTH_URL: LAZADA, LAZADA_API_URL: `${LAZADA}/rest` },
    ENCRYPTION_KEYS: Buffer.alloc(32, 7).toString('base64'),
    ...given,
  });

/** The app as both sandboxes must know it. */
export function registeredApp(env: Env) {
  return {
    url: env.APP_URL,
    haravan: {
      clientId: env.HARAVAN_CLIENT_ID,
      clientSecret: env.HARAVAN_CLIENT_SECRET,
      verifyToken: env.HARAVAN_WEBHOOK_VERIFY_TOKEN,
      url: env.APP_URL,
      redirectUris: [`${env.APP_URL}/install/login`, `${env.APP_URL}/install/grandservice`],
    },
    lazada: {
      key: env.LAZADA_APP_KEY,
      secret: env.LAZADA_APP_SECRET,
      callbackUrl: `${env.APP_URL}/connect/lazada/callback`,
      pushUrl: `${env.APP_URL}/api/webhooks/lazada`,
    },
  };
}
