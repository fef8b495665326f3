import { z } from 'zod';
import { type Api, idParam, requireScope } from '../api';
import { amount, optional, readBody, text } from '../body';
import { found } from '../envelope';
import { formatTransactionAlone } from '../formatters/payment';
import { project } from '../listing';
import { transactionKind } from '../orders/order-draft';
import { createTransaction } from '../orders/transactions';
import type { Platform } from '../platform';
import { orderOf } from './order-of';

const creation = z.object({
  kind: transactionKind,
  amount: optional(amount.pipe(z.number().nonnegative())),
  gateway: optional(text),
});

/** haravan.md §2.21 */
export function addTransactionRoutes(api: Api, platform: Platform): void {
  const base = '/com/orders/:orderId/transactions';

  api.get(base, (c) => {
    requireScope(c, 'orders', 'read');
    const rows = orderOf(platform, c).transactions.map((row) => project(c, formatTransactionAlone(row)));
    return c.json({ transactions: rows });
  });

  api.get(`${base}/:transactionId`, (c) => {
    requireScope(c, 'orders', 'read');
    const wanted = idParam(c, 'transactionId');
    const transaction = orderOf(platform, c).transactions.find(({ id }) => id === wanted);
    return c.json({ transaction: formatTransactionAlone(found(platform.store, transaction)) });
  });

  api.post(base, async (c) => {
    requireScope(c, 'orders', 'write');
    const order = orderOf(platform, c);
    const transaction = createTransaction(platform, c.get('org'), order, await readBody(c, creation, 'transaction'));
    return c.json({ transaction: formatTransactionAlone(transaction) }, 201);
  });
}
