import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA256 over raw bytes. */
export function hmacSha256(secret: string, ...parts: (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Constant time for equal lengths; a digest's length is no secret. */
export function sameBytes(expected: Uint8Array, given: Uint8Array): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const HEX_SHA256 = /^[0-9a-f]{64}$/i;
const BASE64_SHA256 = /^[A-Za-z0-9+/]{43}=$/;

/** The 32 bytes of a digest written as hex, else undefined. */
export function hexDigest(written: string): Buffer | undefined {
  return HEX_SHA256.test(written) ? Buffer.from(written, 'hex') : undefined;
}

export function base64Digest(written: string): Buffer | undefined {
  return BASE64_SHA256.test(written) ? Buffer.from(written, 'base64') : undefined;
}
