import { z } from 'zod';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';

/** Days in the shop's time, `yyyy-MM-dd`, both included; `page` from 1. */
export type LazadaAccountQuery = { startDate: string; endDate: string; page?: number; pageSize?: number };

/** Invoice numbers and the seller's account (lazada.md §13). */
export type LazadaAccountApi = {
  /** Answered as sent: the reference does not name the members of a row. */
  queryAccountTransactions(auth: LazadaAuth, query: LazadaAccountQuery): Promise<unknown>;
  /** Not repeated by the client. */
  setInvoiceNumber(auth: LazadaAuth, orderItemId: string, invoiceNumber: string): Promise<void>;
};

const query: LazadaEndpoint<LazadaAccountQuery, unknown> = {
  operation: 'finance.account',
  method: 'POST',
  path: '/finance/transaction/accountTransactions/query',
  repeatable: true,
  // yyyyMMdd here, unlike its neighbors.
  params: ({ startDate, endDate, page = 1, pageSize = 50 }) => ({
    start_time: startDate.replaceAll('-', ''),
    end_time: endDate.replaceAll('-', ''),
    page_num: page,
    page_size: pageSize,
  }),
  envelope: 'data',
  answer: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
};

const setInvoice: LazadaEndpoint<{ orderItemId: string; invoiceNumber: string }, unknown> = {
  operation: 'orders.set_invoice',
  method: 'POST',
  path: '/order/invoice_number/set',
  repeatable: false,
  params: ({ orderItemId, invoiceNumber }) => ({ order_item_id: orderItemId, invoice_number: invoiceNumber }),
  envelope: 'data',
  answer: z.unknown(),
};

export function createAccountApi(call: LazadaCall): LazadaAccountApi {
  return {
    queryAccountTransactions: (auth, range) => call(query, auth, range),
    setInvoiceNumber: async (auth, orderItemId, invoiceNumber) => {
      await call(setInvoice, auth, { orderItemId, invoiceNumber });
    },
  };
}
