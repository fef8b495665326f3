import { z } from 'zod';
import { idList } from '../http/params';
import { optionalVietnamInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { id, optionalText, text } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';
import { type LazadaReverseOrder, reverseOrderSchema } from './reverse';
import {
  type LazadaOnlyRefundDecision,
  type LazadaReturnDecision,
  onlyRefundParams,
  returnParams,
} from './return-decision';

export type LazadaReverseEvent = { operator?: string; pictures: string[]; at?: Date };
export type LazadaRejectReason = { reasonId: string; text: string };

/** One return, by its ids (lazada.md §12.3). The decisions are GETs on the wire and writes: never repeated. */
export type LazadaReturnsApi = {
  /** `rejected` with code 106 when Lazada does not know it. */
  getReverseOrder(auth: LazadaAuth, reverseOrderId: string): Promise<LazadaReverseOrder>;
  /** Newest page first as Lazada sends it; `page` from 1. */
  listReverseHistory(
    auth: LazadaAuth,
    line: { reverseOrderLineId: string; page?: number; pageSize?: number },
  ): Promise<LazadaReverseEvent[]>;
  /** Reasons with which a return of this line may be refused. */
  listRejectReasons(auth: LazadaAuth, reverseOrderLineId: string): Promise<LazadaRejectReason[]>;
  decideReturn(auth: LazadaAuth, decision: LazadaReturnDecision): Promise<void>;
  decideOnlyRefund(auth: LazadaAuth, decision: LazadaOnlyRefundDecision): Promise<void>;
};

const get = { method: 'GET', envelope: 'data' } as const;

const detail: LazadaEndpoint<string, LazadaReverseOrder> = {
  ...get,
  operation: 'reverse.get',
  path: '/order/reverse/return/detail/list',
  repeatable: true,
  params: (reverseOrderId) => ({ reverse_order_id: reverseOrderId }),
  answer: reverseOrderSchema,
};

const event = z
  .object({ operator: optionalText, picture: list(text), time: optionalVietnamInstant.catch(undefined) })
  .transform((wire): LazadaReverseEvent => ({ operator: wire.operator, pictures: wire.picture, at: wire.time }));

type HistoryQuery = { reverseOrderLineId: string; page?: number; pageSize?: number };

const history: LazadaEndpoint<HistoryQuery, LazadaReverseEvent[]> = {
  ...get,
  operation: 'reverse.history',
  path: '/order/reverse/return/history/list',
  repeatable: true,
  params: ({ reverseOrderLineId, page = 1, pageSize = 20 }) => ({
    reverse_order_line_id: reverseOrderLineId,
    page_number: page,
    page_size: pageSize,
  }),
  answer: z.object({ list: list(event) }).transform((wire) => wire.list),
};

/** `muti_language_text` is how Lazada spells it. */
const rejectReason = z
  .object({ reason_id: id, muti_language_text: optionalText, text: optionalText })
  .transform((wire): LazadaRejectReason => {
    return { reasonId: wire.reason_id, text: wire.muti_language_text ?? wire.text ?? wire.reason_id };
  });

const reasons: LazadaEndpoint<string, LazadaRejectReason[]> = {
  ...get,
  operation: 'reverse.reasons',
  path: '/order/reverse/reason/list',
  repeatable: true,
  params: (reverseOrderLineId) => ({ reverse_order_line_id: reverseOrderLineId }),
  answer: z.array(rejectReason),
};

const decideReturn: LazadaEndpoint<LazadaReturnDecision, unknown> = {
  ...get,
  operation: 'reverse.decide',
  path: '/order/reverse/return/update',
  repeatable: false,
  params: (decision) => ({
    ...returnParams(decision),
    reverse_order_item_ids: idList(decision.reverseOrderLineIds),
  }),
  answer: z.unknown(),
};

const decideOnlyRefund: LazadaEndpoint<LazadaOnlyRefundDecision, unknown> = {
  ...get,
  operation: 'reverse.decide_only_refund',
  path: '/order/reverse/onlyrefund/seller/decide',
  repeatable: false,
  params: (decision) => ({
    ...onlyRefundParams(decision),
    reverse_order_item_ids: idList([decision.reverseOrderLineId]),
  }),
  answer: z.unknown(),
};

export function createReturnsApi(call: LazadaCall): LazadaReturnsApi {
  return {
    getReverseOrder: (auth, reverseOrderId) => call(detail, auth, reverseOrderId),
    listReverseHistory: (auth, line) => call(history, auth, line),
    listRejectReasons: (auth, reverseOrderLineId) => call(reasons, auth, reverseOrderLineId),
    decideReturn: async (auth, decision) => {
      await call(decideReturn, auth, decision);
    },
    decideOnlyRefund: async (auth, decision) => {
      await call(decideOnlyRefund, auth, decision);
    },
  };
}
