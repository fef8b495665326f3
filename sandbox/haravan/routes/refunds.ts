import { z } from 'zod';
import { type Api, idParam, requireScope } from '../api';
import { amount, flag, optional, readBody, text } from '../body';
import { found } from '../envelope';
import { formatRefund } from '../formatters/payment';
import { changeOrder } from '../orders/changed';
import { refund } from '../orders/refund';
import type { Platform } from '../platform';
import { orderOf } from './order-of';

const creation = z.object({
  restock: optional(flag),
  notify: optional(flag),
  note: optional(text),
  refund_line_items: optional(
    z.array(z.object({ line_item_id: amount, quantity: amount.pipe(z.number().int().positive()) })),
  ),
  transactions: optional(z.array(z.object({ amount, kind: optional(text) }))),
});

/** haravan.md §2.22 */
export function addRefundRoutes(api: Api, platform: Platform): void {
  const base = '/com/orders/:orderId/refunds';

  api.get(base, (c) => {
    requireScope(c, 'orders', 'read');
    const order = orderOf(platform, c);
    return c.json({ refunds: order.refunds.map((row) => formatRefund(c.get('org'), order, row)) });
  });

  api.get(`${base}/:refundId`, (c) => {
    requireScope(c, 'orders', 'read');
    const order = orderOf(platform, c);
    const wanted = order.refunds.find(({ id }) => id === idParam(c, 'refundId'));
    return c.json({ refund: formatRefund(c.get('org'), order, found(platform.store, wanted)) });
  });

  api.post(base, async (c) => {
    requireScope(c, 'orders', 'write');
    const [org, order] = [c.get('org'), orderOf(platform, c)];
    const draft = refundDraft(await readBody(c, creation, 'refund'));
    const made = changeOrder(platform, org, order, () => refund(platform, org, order, draft));
    return c.json({ refund: formatRefund(org, order, made) }, 201);
  });
}

function refundDraft(sent: z.infer<typeof creation>) {
  return {
    restock: sent.restock ?? false,
    note: sent.note ?? null,
    lines: (sent.refund_line_items ?? []).map(({ line_item_id, quantity }) => ({ lineId: line_item_id, quantity })),
    // Amounts may be sent with either sign.
    amount: (sent.transactions ?? []).reduce((sum, transaction) => sum + Math.abs(transaction.amount), 0),
  };
}
