import { z } from 'zod';

const url = z.url().transform((value) => value.replace(/\/+$/, ''));
const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** A key ring: base64 keys of 32 bytes, newest first (spec R9.1). */
const keyRing = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine((keys) => keys.every((key) => Buffer.from(key, 'base64').length === 32), {
    message: 'must be base64 keys of 32 bytes, comma separated, newest first',
  });

/** Every variable that the product reads; `.env.example` lists the same (a test compares them). Source: spec R9.1. */
export const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    PORT: z.coerce.number().int().positive().default(3000),
    APP_URL: url.optional(),
    DATABASE_URL: z.string().min(1),
    REDIS_URL: z.string().min(1),
    HARAVAN_CLIENT_ID: z.string().min(1),
    HARAVAN_CLIENT_SECRET: z.string().min(1),
    HARAVAN_WEBHOOK_VERIFY_TOKEN: z.string().min(1),
    HARAVAN_ACCOUNTS_URL: url.default('https://accounts.haravan.com'),
    HARAVAN_API_URL: url.default('https://apis.haravan.com'),
    HARAVAN_WEBHOOK_URL: url.default('https://webhook.haravan.com'),
    HARAVAN_ADMIN_URL: z.string().default('https://{shop}.myharavan.com'),
    LAZADA_APP_KEY: z.string().min(1),
    LAZADA_APP_SECRET: z.string().min(1),
    LAZADA_AUTH_URL: url.default('https://auth.lazada.com'),
    LAZADA_API_URL: url.default('https://api.lazada.vn/rest'),
    LAZADA_DAILY_CALLS: z.coerce.number().int().positive().default(10_000_000),
    NEXTAUTH_SECRET: z.string().min(16),
    ENCRYPTION_KEYS: keyRing,
    METRICS_TOKEN: z.string().optional(),
    SMTP_URL: z.string().optional(),
    ORDER_POLL_SECONDS: seconds(60),
    RECONCILE_SECONDS: seconds(1800),
    PLATFORM_TIMEOUT_SECONDS: seconds(20),
    LATE_WRITE_SECONDS: seconds(30),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    WORKER_CONCURRENCY: z.coerce.number().int().positive().default(8),
  })
  .transform((env) => ({ ...env, APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}` }));

export type Env = z.output<typeof envSchema>;

/** @throws Error that names every wrong variable in one message; values are never printed. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n  ${reasons.join('\n  ')}\nSee .env.example.`);
}
