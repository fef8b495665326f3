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
