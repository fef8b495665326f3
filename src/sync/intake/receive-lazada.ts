import { createHash } from 'node:crypto';
import type { LazadaPush } from '@/src/clients/lazada/push';
import type { Recipients } from '../ports/inbox';
import { readBody } from './read-body';
import { type Incoming, isJson } from './receive-haravan';
import type { ReceiveOutcome } from './receive-outcome';
import { BODY_LIMIT_BYTES, guarded, type TakeInDeps, takeIn } from './take-in';

export type LazadaReceiverDeps = TakeInDeps & {
  recipients: Pick<Recipients, 'connectionOfSeller'>;
  /** Over the raw bytes, in constant time. */
  verify(rawBody: Uint8Array, authorization: string): boolean;
  parsePush(json: unknown): LazadaPush | undefined;
};

export type LazadaReceiver = { receive(incoming: Incoming): Promise<ReceiveOutcome> };

export function createLazadaReceiver(deps: LazadaReceiverDeps): LazadaReceiver {
  async function store(push: LazadaPush, body: string): Promise<ReceiveOutcome> {
    const shop = push.sellerId === '' ? null : await deps.recipients.connectionOfSeller(push.sellerId);
    if (!shop) return { kind: 'unknown_seller' };
    const dedupeKey = createHash('sha256').update(`lazada\n${body}`).digest('hex');
    const message = { source: 'lazada', topic: push.type, sellerId: push.sellerId, dedupeKey, body } as const;
    return takeIn(deps, shop.merchantId, message);
  }

  return {
    async receive({ headers, body }) {
      if (Number(headers.get('content-length')) > BODY_LIMIT_BYTES) return { kind: 'too_large' };
      const raw = await readBody(body, BODY_LIMIT_BYTES);
      if (raw === 'too_large') return { kind: 'too_large' };
      const authorization = headers.get('authorization');
      if (!authorization || !deps.verify(raw, authorization)) return { kind: 'bad_signature' };
      const text = Buffer.from(raw).toString('utf8');
      const push = isJson(text) ? deps.parsePush(JSON.parse(text)) : undefined;
      if (!push) return { kind: 'malformed', why: 'the body is not a JSON object' };
      return guarded(deps.log, () => store(push, text));
    },
  };
}
