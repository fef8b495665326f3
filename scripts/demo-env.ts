import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type DemoPorts = { web: number; haravan: number; lazada: number };

type Secrets = Record<
  | 'HARAVAN_CLIENT_SECRET'
  | 'HARAVAN_WEBHOOK_VERIFY_TOKEN'
  | 'LAZADA_APP_SECRET'
  | 'NEXTAUTH_SECRET'
  | 'ENCRYPTION_KEYS'
  | 'METRICS_TOKEN',
  string
>;

const hex = (): string => randomBytes(24).toString('hex');

const newSecrets = (): Secrets => ({
  HARAVAN_CLIENT_SECRET: hex(),
  HARAVAN_WEBHOOK_VERIFY_TOKEN: hex(),
  LAZADA_APP_SECRET: hex(),
  NEXTAUTH_SECRET: hex(),
  ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
  METRICS_TOKEN: hex(),
});

/** The secrets of a demo are kept beside its data: with others it could not be read again. */
function keptSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets = newSecrets();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/** The whole environment (spec R9.1) of the web app, the workers and the sandbox, apart from the two servers. */
export function demoEnvironment(dataDir: string, ports: DemoPorts): Record<string, string> {
  const haravan = `http://127.0.0.1:${ports.haravan}`;
  const lazada = `http://127.0.0.1:${ports.lazada}`;
  return {
    PORT: String(ports.web),
    // The admin is at 127.0.0.1 and the app at localhost: on one host cookie faults would stay hidden.
    APP_URL: `http://localhost:${ports.web}`,
    HARAVAN_CLIENT_ID: 'lazada-channel-demo',
    HARAVAN_ACCOUNTS_URL: haravan,
    HARAVAN_API_URL: haravan,
    HARAVAN_WEBHOOK_URL: haravan,
    HARAVAN_ADMIN_URL: `${haravan}/shops/{shop}`,
    LAZADA_APP_KEY: '500100',
    LAZADA_AUTH_URL: lazada,
    LAZADA_API_URL: `${lazada}/rest`,
    SANDBOX_HARAVAN_PORT: String(ports.haravan),
    SANDBOX_LAZADA_PORT: String(ports.lazada),
    // So that nobody waits a minute for an order that no push told of.
    ORDER_POLL_SECONDS: '5',
    ...keptSecrets(`${dataDir}/demo-env.json`),
  };
}
