import { z } from 'zod';

const text = z.string().min(1);

const lazada = z.object({
  LIVE_LAZADA_APP_KEY: text,
  LIVE_LAZADA_APP_SECRET: text,
  LIVE_LAZADA_ACCESS_TOKEN: text,
  LIVE_LAZADA_SELLER_ID: text,
  LIVE_LAZADA_AUTH_URL: z.url().default('https://auth.lazada.com'),
  LIVE_LAZADA_API_URL: z.url().default('https://api.lazada.vn/rest'),
});

const haravan = z.object({
  LIVE_HARAVAN_ACCESS_TOKEN: text,
  LIVE_HARAVAN_ORG_ID: text,
  LIVE_HARAVAN_SHOP: text,
  LIVE_HARAVAN_API_URL: z.url().default('https://apis.haravan.com'),
  LIVE_HARAVAN_WEBHOOK_URL: z.url().default('https://webhook.haravan.com'),
  LIVE_HARAVAN_ADMIN_URL: text.default('https://{shop}.myharavan.com'),
});

export type LiveLazada = z.infer<typeof lazada>;
export type LiveHaravan = z.infer<typeof haravan>;

/** What a run may do, and to whom (docs/live-contract.md). */
export type LiveRun = { kind: 'sandbox' } | { kind: 'live'; writes: boolean; lazada: LiveLazada; haravan: LiveHaravan };

/** Every variable of a live run. */
export const LIVE_VARIABLES = ['LIVE', 'LIVE_WRITES', ...Object.keys(lazada.shape), ...Object.keys(haravan.shape)];

/** Read from the environment. Only the exact text `1` turns something on; a live run without all credentials throws. */
export function readLiveRun(env: Record<string, string | undefined>): LiveRun {
  if (env.LIVE !== '1') return { kind: 'sandbox' };
  return { kind: 'live', writes: env.LIVE_WRITES === '1', lazada: lazada.parse(env), haravan: haravan.parse(env) };
}
