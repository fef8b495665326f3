import { hexDigest, hmacSha256, sameBytes } from '../http/signatures';

export type LazadaPushProof = {
  /** The bytes as received, never re-serialized JSON. */
  rawBody: Uint8Array | string;
  /** The `Authorization` header; null or undefined when missing. */
  authorization: string | null | undefined;
  appKey: string;
  appSecret: string;
};

/** Hex HMAC-SHA256(app secret, app key + raw body), compared in constant time (lazada.md §14.1). */
export function verifyPush({ rawBody, authorization, appKey, appSecret }: LazadaPushProof): boolean {
  const given = hexDigest((authorization ?? '').trim());
  if (given === undefined || appSecret === '') return false;
  return sameBytes(hmacSha256(appSecret, appKey, rawBody), given);
}
