import { z } from 'zod';
import { optionalUtcInstant } from '../wire/instant';
import { amountOrZero, optionalId, optionalText, text } from '../wire/scalars';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';

/** haravan.md §2.21. Amount in đồng, negative for refunds. */
export type HaravanTransaction = {
  id?: string;
  amount: number;
  /** Lower case: `pending`, `authorization`, `capture`, `sale`, `void`, `refund`. */
  kind: string;
  gateway?: string;
  status?: string;
  parentId?: string;
  createdAt?: Date;
};

export type HaravanTransactionsApi = {
  listTransactions(auth: HaravanAuth, orderId: string): Promise<HaravanTransaction[]>;
  /** Not repeated by the client. */
  createTransaction(
    auth: HaravanAuth,
    orderId: string,
    transaction: { amount: number; kind: 'Pending' | 'Authorization' | 'Capture' | 'Sale' | 'Void' | 'Refund' },
  ): Promise<HaravanTransaction>;
};

/** Inside orders a transaction may lack an id; kinds are capitalized on this endpoint only (haravan.md §2.21). */
export const transactionSchema = z
  .object({
    id: optionalId,
    amount: amountOrZero,
    kind: text,
    gateway: optionalText,
    status: optionalText,
    parent_id: optionalId,
    created_at: optionalUtcInstant,
  })
  .transform(({ kind, parent_id, created_at, ...same }): HaravanTransaction => {
    return { ...same, kind: kind.toLowerCase(), parentId: parent_id, createdAt: created_at };
  });

const listTransactions: HaravanEndpoint<string, HaravanTransaction[]> = {
  operation: 'transactions.list',
  method: 'GET',
  path: (orderId) => `/orders/${at(orderId)}/transactions.json`,
  repeatable: true,
  answer: rooted('transactions', z.array(transactionSchema)),
};

type Input = { orderId: string; transaction: { amount: number; kind: string } };

const createTransaction: HaravanEndpoint<Input, HaravanTransaction> = {
  operation: 'transactions.create',
  method: 'POST',
  path: ({ orderId }) => `/orders/${at(orderId)}/transactions.json`,
  body: ({ transaction }) => ({ transaction }),
  repeatable: false,
  answer: rooted('transaction', transactionSchema),
};

export function createTransactionsApi(call: HaravanCall): HaravanTransactionsApi {
  return {
    listTransactions: (auth, orderId) => call(listTransactions, auth, orderId),
    createTransaction: (auth, orderId, transaction) => call(createTransaction, auth, { orderId, transaction }),
  };
}
