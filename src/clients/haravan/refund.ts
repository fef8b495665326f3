import type { HaravanAuth } from './haravan-auth';
import type { HaravanTransaction } from './transaction';

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
