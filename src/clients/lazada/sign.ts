import { createHmac } from 'node:crypto';

/** Decoded values of every parameter but `sign` and files. */
export type SignedParams = Record<string, string>;

/** Path without host and `/rest`, then keys in byte order, each followed by its value (lazada.md §1.4). */
export function signatureBase(path: string, params: SignedParams): string {
  const keys = Object.keys(params).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return path + keys.map((key) => key + params[key]).join('');
}

/** 64 upper-case hex digits. */
export function sign(path: string, params: SignedParams, appSecret: string): string {
  return createHmac('sha256', appSecret).update(signatureBase(path, params), 'utf8').digest('hex').toUpperCase();
}
