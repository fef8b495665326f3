import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { envSchema, parseEnv } from './env';

const complete = {
  DATABASE_URL: 'postgresql://localhost/x',
  REDIS_URL: 'redis://localhost',
  HARAVAN_CLIENT_ID: 'id',
  HARAVAN_CLIENT_SECRET: 'secret',
  HARAVAN_WEBHOOK_VERIFY_TOKEN: 'token',
  LAZADA_APP_KEY: '123456',
  LAZADA_APP_SECRET: 'secret',
  NEXTAUTH_SECRET: 'sixteen-characters',
  ENCRYPTION_KEYS: Buffer.alloc(32, 1).toString('base64'),
};

describe('R9.1 environment', () => {
  test('defaults follow the spec', () => {
    const env = parseEnv({ ...complete, PORT: '4000' });
    expect(env).toMatchObject({ APP_URL: 'http://localhost:4000', ORDER_POLL_SECONDS: 60, RECONCILE_SECONDS: 1800 });
    expect(env).toMatchObject({ PLATFORM_TIMEOUT_SECONDS: 20, LATE_WRITE_SECONDS: 30 });
    expect(env.LAZADA_API_URL).toBe('https://api.lazada.vn/rest');
  });

  test('every wrong variable is named at once, and no value is printed', () => {
    const wrong = () => parseEnv({ ...complete, DATABASE_URL: '', ENCRYPTION_KEYS: 'c2hvcnQ=' });
    expect(wrong).toThrow(/DATABASE_URL/);
    expect(wrong).toThrow(/ENCRYPTION_KEYS: must be base64 keys of 32 bytes/);
    expect(wrong).not.toThrow(/c2hvcnQ/);
  });

  test('.env.example lists exactly the variables of the schema', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(
      (match) => match[1],
    );
    expect(listed.toSorted()).toEqual(Object.keys(envSchema.in.shape).toSorted());
  });
});
