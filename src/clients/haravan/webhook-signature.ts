import { base64Digest, hexDigest, hmacSha256, sameBytes } from '../http/signatures';

export type HaravanWebhookProof = {
  /** The bytes as received, never re-serialized JSON. */
  rawBody: Uint8Array | string;
  /** The signature header's value; null or undefined when missing. */
  header: string | null | undefined;
  /** The app secret, or for private webhooks the string shown in the admin. */
  secret: string;
};

/** HMAC-SHA256 of the raw body in base64, or in hex, compared in constant time (haravan.md §3.2). */
export function verifyWebhook({ rawBody, header, secret }: HaravanWebhookProof): boolean {
  const written = (header ?? '').trim();
  const given = hexDigest(written) ?? base64Digest(written);
  if (given === undefined || secret === '') return false;
  return sameBytes(hmacSha256(secret, rawBody), given);
}
