import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `sign` is the upper-case hex HMAC-SHA256 of path + sorted key/value pairs (lazada.md §1.4).
 * Both readings of empty values pass: kept (PHP, Python, npm SDKs) and dropped (the Java sample).
 */
export function isSignedBy(secret: string, path: string, params: ReadonlyMap<string, string>, sign: string): boolean {
  const pairs = [...params].filter(([key]) => key !== 'sign');
  const withoutEmpty = pairs.filter(([, value]) => value !== '');
  return [pairs, withoutEmpty].some((variant) => sameText(sign, digest(secret, path, variant)));
}

function digest(secret: string, path: string, pairs: readonly (readonly [string, string])[]): string {
  const sorted = [...pairs].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const base = path + sorted.map(([key, value]) => key + value).join('');
  return createHmac('sha256', secret).update(base, 'utf8').digest('hex').toUpperCase();
}

function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
