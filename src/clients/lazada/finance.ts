import type { UnreadableRow } from '../wire/rows';
import type { LazadaAuth } from './lazada-auth';

/** Dates are days in the shop's time, `yyyy-MM-dd`, at most 180 apart (lazada.md §13). */
export type LazadaTransactionQuery = {
  startDate: string;
  endDate: string;
  tradeOrderId?: string;
  offset?: number;
  /** At most 500; 500 when absent. */
  limit?: number;
};

/** One fee or payout line; amounts in đồng, negative when taken from the seller. */
export type LazadaTransaction = {
  orderId?: string;
  orderItemId?: string;
  transactionNumber?: string;
  transactionType?: string;
  feeName?: string;
  feeType?: string;
  amount: number;
  vatInAmount: number;
  /** As sent, e.g. `17 May 2016`. */
  transactionDate?: string;
  paidStatus?: string;
  statement?: string;
  sellerSku?: string;
  details?: string;
};

export type LazadaPayout = {
  statementNumber: string;
  createdAt?: Date;
  updatedAt?: Date;
  openingBalance: number;
  closingBalance: number;
  /** In đồng; Lazada sends it with a currency, e.g. `396241 VND`. */
  payout: number;
  isPaid: boolean;
  itemRevenue: number;
  feesTotal: number;
  refunds: number;
};

export type LazadaFinanceApi = {
  listTransactions(
    auth: LazadaAuth,
    query: LazadaTransactionQuery,
  ): Promise<{ transactions: LazadaTransaction[]; unreadable: UnreadableRow[] }>;
  listPayouts(auth: LazadaAuth, createdAfter: string): Promise<LazadaPayout[]>;
};
