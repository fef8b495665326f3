import { z } from 'zod';
import { wireId } from '../http/params';
import { optionalUtcInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { count, flag, id, optionalText } from '../wire/scalars';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';
import { type HaravanTransaction, transactionSchema } from './transaction';

/** haravan.md §2.22. */
export type HaravanRefund = {
  id: string;
  createdAt?: Date;
  note?: string;
  restock: boolean;
  lines: { lineItemId: string; quantity: number }[];
  transactions: HaravanTransaction[];
};

export type HaravanRefundDraft = {
  restock: boolean;
  note?: string;
  lines: { lineItemId: string; quantity: number }[];
  /** Money given back, in đồng; none when absent or 0. */
  amount?: number;
};

export type HaravanRefundsApi = {
  listRefunds(auth: HaravanAuth, orderId: string): Promise<HaravanRefund[]>;
  /** Not repeated by the client. */
  createRefund(auth: HaravanAuth, orderId: string, draft: HaravanRefundDraft): Promise<HaravanRefund>;
};

const line = z
  .object({ line_item_id: id, quantity: count })
  .transform((wire) => ({ lineItemId: wire.line_item_id, quantity: wire.quantity }));

export const refundSchema = z
  .object({
    id,
    created_at: optionalUtcInstant,
    note: optionalText,
    restock: flag,
    refund_line_items: list(line),
    transactions: list(transactionSchema),
  })
  .transform(
    (wire): HaravanRefund => ({
      id: wire.id,
      createdAt: wire.created_at,
      note: wire.note,
      restock: wire.restock,
      lines: wire.refund_line_items,
      transactions: wire.transactions,
    }),
  );

const listRefunds: HaravanEndpoint<string, HaravanRefund[]> = {
  operation: 'refunds.list',
  method: 'GET',
  path: (orderId) => `/orders/${at(orderId)}/refunds.json`,
  repeatable: true,
  answer: rooted('refunds', z.array(refundSchema)),
};

const createRefund: HaravanEndpoint<{ orderId: string; draft: HaravanRefundDraft }, HaravanRefund> = {
  operation: 'refunds.create',
  method: 'POST',
  path: ({ orderId }) => `/orders/${at(orderId)}/refunds.json`,
  body: ({ draft }) => ({
    refund: {
      restock: draft.restock,
      notify: false,
      note: draft.note,
      refund_line_items: draft.lines.map((one) => ({ line_item_id: wireId(one.lineItemId), quantity: one.quantity })),
      transactions: draft.amount ? [{ amount: draft.amount, kind: 'refund' }] : [],
    },
  }),
  repeatable: false,
  answer: rooted('refund', refundSchema),
};

export function createRefundsApi(call: HaravanCall): HaravanRefundsApi {
  return {
    listRefunds: (auth, orderId) => call(listRefunds, auth, orderId),
    createRefund: (auth, orderId, draft) => call(createRefund, auth, { orderId, draft }),
  };
}
