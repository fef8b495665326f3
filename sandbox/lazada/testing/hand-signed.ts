import { createHmac } from 'node:crypto';

export const APP = { key: '123456', secret: 'helloworld' };

/** Signed as lazada.md §1.4 says, apart from the simulator's own code. */
export function sign(path: string, params: Record<string, string>, secret = APP.secret): string {
  const base = Object.keys(params)
    .filter((key) => key !== 'sign')
    .sort()
    .reduce((text, key) => text + key + params[key], path);
  return createHmac('sha256', secret).update(base).digest('hex').toUpperCase();
}

export function signed(path: string, params: Record<string, string>, now = Date.now()): Record<string, string> {
  const all = { app_key: APP.key, timestamp: String(now), sign_method: 'sha256', ...params };
  return { ...all, sign: sign(path, all) };
}
