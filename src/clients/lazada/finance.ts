import { z } from 'zod';
import { optionalVietnamInstant } from '../wire/instant';
import { requiredRows, type UnreadableRow } from '../wire/rows';
import { amount, amountOrZero, flag, id, optionalId, optionalText } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
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
  /** `createdAfter` is a day, `yyyy-MM-dd`. */
  listPayouts(
    auth: LazadaAuth,
    createdAfter: string,
  ): Promise<{ payouts: LazadaPayout[]; unreadable: UnreadableRow[] }>;
};

const transaction: z.ZodType<LazadaTransaction> = z
  .object({
    order_no: optionalId,
    orderItem_no: optionalId,
    transaction_number: optionalText,
    transaction_type: optionalText,
    fee_name: optionalText,
    fee_type: optionalText,
    amount,
    VAT_in_amount: amountOrZero,
    transaction_date: optionalText,
    paid_status: optionalText,
    statement: optionalText,
    seller_sku: optionalText,
    details: optionalText,
  })
  .transform((wire) => ({
    orderId: wire.order_no,
    orderItemId: wire.orderItem_no,
    transactionNumber: wire.transaction_number,
    transactionType: wire.transaction_type,
    feeName: wire.fee_name,
    feeType: wire.fee_type,
    amount: wire.amount,
    vatInAmount: wire.VAT_in_amount,
    transactionDate: wire.transaction_date,
    paidStatus: wire.paid_status,
    statement: wire.statement,
    sellerSku: wire.seller_sku,
    details: wire.details,
  }));

/** `3962.41 EUR` as well as `3962.41` (lazada.md §13). */
const withCurrency = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/\s*[A-Z]{3}$/, '') : value),
  amountOrZero,
);

const payout: z.ZodType<LazadaPayout> = z
  .object({
    statement_number: id,
    created_at: optionalVietnamInstant,
    updated_at: optionalVietnamInstant,
    opening_balance: withCurrency,
    closing_balance: withCurrency,
    payout: withCurrency,
    paid: flag,
    item_revenue: withCurrency,
    fees_total: withCurrency,
    refunds: withCurrency,
  })
  .transform((wire) => ({
    statementNumber: wire.statement_number,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    openingBalance: wire.opening_balance,
    closingBalance: wire.closing_balance,
    payout: wire.payout,
    isPaid: wire.paid,
    itemRevenue: wire.item_revenue,
    feesTotal: wire.fees_total,
    refunds: wire.refunds,
  }));

const listTransactions = {
  operation: 'finance.transactions',
  method: 'GET',
  path: '/finance/transaction/details/get',
  repeatable: true,
  params: (query: LazadaTransactionQuery) => ({
    start_time: query.startDate,
    end_time: query.endDate,
    // -1: every kind of transaction.
    trans_type: -1,
    trade_order_id: query.tradeOrderId,
    offset: query.offset ?? 0,
    limit: query.limit ?? 500,
  }),
  envelope: 'data',
  answer: requiredRows(transaction, 'transaction_number'),
} satisfies LazadaEndpoint<LazadaTransactionQuery, unknown>;

const listPayouts = {
  operation: 'finance.payouts',
  method: 'GET',
  path: '/finance/payout/status/get',
  repeatable: true,
  params: (createdAfter: string) => ({ created_after: createdAfter }),
  envelope: 'data',
  answer: requiredRows(payout, 'statement_number'),
} satisfies LazadaEndpoint<string, unknown>;

export function createFinanceApi(call: LazadaCall): LazadaFinanceApi {
  return {
    listTransactions: async (auth, query) => {
      const { rows: transactions, unreadable } = await call(listTransactions, auth, query);
      return { transactions, unreadable };
    },
    listPayouts: async (auth, createdAfter) => {
      const { rows: payouts, unreadable } = await call(listPayouts, auth, createdAfter);
      return { payouts, unreadable };
    },
  };
}
