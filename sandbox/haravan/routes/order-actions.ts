import { z } from 'zod';
import { type Api, type ApiContext, requireScope } from '../api';
import { amount, flag, optional, readBody, text } from '../body';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { formatOrder } from '../formatters/order';
import { cancelOrder, CANCEL_REASONS, type CancelDraft } from '../orders/cancel-order';
import { changeOrder } from '../orders/changed';
import { confirm } from '../orders/confirm';
import type { Platform } from '../platform';
import { orderOf } from './order-of';

const tagsBody = z.object({ tags: text });
const cancelBody = z.object({
  reason: optional(z.enum(CANCEL_REASONS)),
  amount: optional(amount.pipe(z.number().nonnegative())),
  restock: optional(flag),
  note: optional(text),
  refund: optional(z.object({ transactions: optional(z.array(z.object({ amount, kind: optional(text) }))) })),
  ignore_cancel_fulfillment: optional(flag),
});

/** haravan.md §2.17 (tags) and §2.18. All are POST with a bare body. */
export function addOrderActionRoutes(api: Api, platform: Platform): void {
  const act = (path: string, change: (org: Org, order: Order) => void) =>
    api.post(`/com/orders/:orderId/${path}`, (c) => {
      requireScope(c, 'orders', 'write');
      const [org, order] = [c.get('org'), orderOf(platform, c)];
      changeOrder(platform, org, order, () => change(org, order));
      return c.json({ order: formatOrder(org, order) });
    });
  act('confirm', (org, order) => confirm(platform, org, order));
  act('close', (_org, order) => {
    order.closedAt ??= platform.clock.now();
  });
  act('open', (_org, order) => {
    order.closedAt = null;
  });

  api.post('/com/orders/:orderId/cancel', async (c) => {
    requireScope(c, 'orders', 'write');
    const [org, order] = [c.get('org'), orderOf(platform, c)];
    const draft = cancelDraft(await readBody(c, cancelBody));
    changeOrder(platform, org, order, () => cancelOrder(platform, org, order, draft), 'orders/cancelled');
    return c.json({ order: formatOrder(org, order) });
  });

  const changeTags = async (c: ApiContext, change: (tags: string[], sent: string[]) => string[]) => {
    requireScope(c, 'orders', 'write');
    const order = orderOf(platform, c);
    const sent = (await readBody(c, tagsBody)).tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
    changeOrder(platform, c.get('org'), order, () => {
      order.tags = change(order.tags, sent);
    });
    return c.json({ tags: order.tags.join(',') });
  };
  api.post('/com/orders/:orderId/tags', (c) => changeTags(c, (tags, sent) => [...new Set([...tags, ...sent])]));
  api.delete('/com/orders/:orderId/tags', (c) =>
    changeTags(c, (tags, sent) => tags.filter((tag) => !sent.includes(tag))),
  );
}

function cancelDraft(body: z.infer<typeof cancelBody>): CancelDraft {
  const { reason, note, restock = false, ignore_cancel_fulfillment = false } = body;
  const ofTransactions = body.refund?.transactions?.reduce((sum, transaction) => sum + transaction.amount, 0);
  return {
    reason,
    note,
    restock,
    ignoreFulfillments: ignore_cancel_fulfillment,
    amount: body.amount ?? ofTransactions,
  };
}
