import { hexDigest, hmacSha256, sameBytes } from '../http/signatures';
import { shopHandle } from './endpoint';

export type LaunchVerdict =
  | {
      ok: true;
      /** Handle, without `.myharavan.com`. */
      shop: string;
      orgId: string;
      /** Unix seconds. */
      timestamp: number;
    }
  | { ok: false; reason: 'incomplete' | 'malformed' | 'bad_signature' | 'stale' };

const FRESH_SECONDS = 300;
const SHOP = /^[a-z0-9][a-z0-9-]{0,99}$/;
const ORG_ID = /^\d{1,20}$/;
const TIMESTAMP = /^\d{1,12}$/;

/** Pairs in the order and the encoding in which they came. */
function pairsOf(queryString: string): { name: string; raw: string }[] {
  const parts = queryString
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '');
  return parts.map((raw) => ({ name: raw.split('=', 1)[0] ?? '', raw }));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

/** The message is ambiguous between decoded and raw: either may match (haravan.md §1.8). */
function isSigned(pairs: { raw: string }[], hmac: string, secret: string): boolean {
  const given = hexDigest(hmac);
  if (given === undefined || secret === '') return false;
  const raw = pairs.map((pair) => pair.raw);
  const plain = raw.map(decoded);
  // A decoded & could move the border between two parameters of a message that was signed for another reading.
  const isPlain = plain.every((part) => part !== undefined && !part.includes('&'));
  const messages = isPlain ? [raw.join('&'), plain.join('&')] : [raw.join('&')];
  return messages.some((message) => sameBytes(hmacSha256(secret, message), given));
}

/**
 * Verifies how Haravan opens the app: hex HMAC of the other parameters in their original order, ±300 s.
 * Proves a shop, not a person (design §6).
 */
export function verifyLaunch(launch: { queryString: string; secret: string; nowMs: number }): LaunchVerdict {
  const pairs = pairsOf(launch.queryString);
  const names = pairs.map((pair) => pair.name);
  if (new Set(names).size !== names.length) return { ok: false, reason: 'malformed' };
  const value = (name: string) => decoded(pairs.find((pair) => pair.name === name)?.raw.slice(name.length + 1) ?? '');
  const [shop, orgId, timestamp, hmac] = [value('shop'), value('orgid'), value('timestamp'), value('hmac')];
  if (!shop || !orgId || !timestamp || !hmac) return { ok: false, reason: 'incomplete' };
  const signed = pairs.filter((pair) => pair.name !== 'hmac');
  if (!isSigned(signed, hmac, launch.secret)) return { ok: false, reason: 'bad_signature' };
  const handle = shopHandle(shop);
  if (!SHOP.test(handle) || !ORG_ID.test(orgId) || !TIMESTAMP.test(timestamp))
    return { ok: false, reason: 'malformed' };
  const ageSeconds = Math.abs(launch.nowMs / 1000 - Number(timestamp));
  if (ageSeconds > FRESH_SECONDS) return { ok: false, reason: 'stale' };
  return { ok: true, shop: handle, orgId, timestamp: Number(timestamp) };
}
