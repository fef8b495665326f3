import { createHash } from 'node:crypto';
import type { HaravanWebhookHeaders } from '@/src/clients/haravan/webhook-headers';
import type { Recipients } from '../ports/inbox';
import { isUninstall } from './haravan-topics';
import { readBody } from './read-body';
import type { ReceiveOutcome } from './receive-outcome';
import { BODY_LIMIT_BYTES, guarded, type TakeInDeps, takeIn } from './take-in';

const TOPIC_CHARS = 100;

export type HaravanReceiverDeps = TakeInDeps & {
  recipients: Pick<Recipients, 'merchantOfOrg'>;
  /** Over the raw bytes, in constant time. */
  verify(rawBody: Uint8Array, signature: string): boolean;
  readHeaders(header: (name: string) => string | null): HaravanWebhookHeaders;
  /** What to answer the partner site's check; undefined when its token is not ours. */
  challenge(query: URLSearchParams): string | undefined;
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
      const { signature, topic, orgId } = deps.readHeaders((name) => headers.get(name));
      if (!signature || !deps.verify(raw, signature)) return { kind: 'bad_signature' };
      if (topic === '' || !orgId) return { kind: 'malformed', why: 'topic or organization is missing' };
      if (!isJson(Buffer.from(raw).toString('utf8'))) return { kind: 'malformed', why: 'the body is not JSON' };
      return guarded(deps.log, () => store(orgId, topic.slice(0, TOPIC_CHARS), raw));
    },

    handshake(query) {
      const challenge = deps.challenge(query);
      return challenge === undefined ? { kind: 'bad_signature' } : { kind: 'handshake', challenge };
    },
  };
}
