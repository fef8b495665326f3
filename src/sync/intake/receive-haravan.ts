import { createHash, timingSafeEqual } from 'node:crypto';
import type { Recipients } from '../ports/inbox';
import { isUninstall, normalTopic } from './haravan-topics';
import { readBody } from './read-body';
import type { ReceiveOutcome } from './receive-outcome';
import { BODY_LIMIT_BYTES, guarded, type TakeInDeps, takeIn } from './take-in';

/** Header names are as documented; the signature's spelling differs between pages (haravan.md §3.2). */
const SIGNATURES = ['x-haravan-hmacsha256', 'x-haravan-hmac-sha256'];
const TOPIC_CHARS = 100;

export type HaravanReceiverDeps = TakeInDeps & {
  recipients: Pick<Recipients, 'merchantOfOrg'>;
  /** Over the raw bytes, in constant time. */
  verify(rawBody: Uint8Array, signature: string): boolean;
  verifyToken: string;
};

export type Incoming = { headers: Headers; body: ReadableStream<Uint8Array> | null };

export type HaravanReceiver = {
  receive(incoming: Incoming): Promise<ReceiveOutcome>;
  /** `hub.challenge` of the partner site (haravan.md §3.1). */
  handshake(query: URLSearchParams): ReceiveOutcome;
};

const sha256 = (...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function createHaravanReceiver(deps: HaravanReceiverDeps): HaravanReceiver {
  async function store(orgId: string, topic: string, raw: Uint8Array): Promise<ReceiveOutcome> {
    const merchant = await deps.recipients.merchantOfOrg(orgId);
    if (!merchant) return { kind: 'unknown_org' };
    const body = Buffer.from(raw).toString('utf8');
    const hash = sha256(`${topic}\n`, raw).toString('hex');
    // An uninstall reads the same every time; a second installation can be uninstalled too.
    const dedupeKey = isUninstall(topic) ? `${hash}@${merchant.installedAt.getTime()}` : hash;
    return takeIn(deps, merchant.merchantId, { source: 'haravan', topic, sellerId: null, dedupeKey, body });
  }

  return {
    async receive({ headers, body }) {
      if (Number(headers.get('content-length')) > BODY_LIMIT_BYTES) return { kind: 'too_large' };
      const raw = await readBody(body, BODY_LIMIT_BYTES);
      if (raw === 'too_large') return { kind: 'too_large' };
      const signature = SIGNATURES.map((name) => headers.get(name)).find((value) => value !== null);
      if (!signature || !deps.verify(raw, signature)) return { kind: 'bad_signature' };
      const topic = normalTopic(headers.get('x-haravan-topic') ?? '').slice(0, TOPIC_CHARS);
      const orgId = headers.get('x-haravan-org-id') ?? '';
      if (topic === '' || orgId === '') return { kind: 'malformed', why: 'topic or organization is missing' };
      if (!isJson(Buffer.from(raw).toString('utf8'))) return { kind: 'malformed', why: 'the body is not JSON' };
      return guarded(deps.log, () => store(orgId, topic, raw));
    },

    handshake(query) {
      const given = sha256(query.get('hub.verify_token') ?? '');
      if (!timingSafeEqual(given, sha256(deps.verifyToken))) return { kind: 'bad_signature' };
      const challenge = query.get('hub.challenge');
      if (query.get('hub.mode') !== 'subscribe' || !challenge) return { kind: 'malformed', why: 'no hub.challenge' };
      return { kind: 'handshake', challenge };
    },
  };
}
