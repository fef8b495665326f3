import { z } from 'zod';
import { type Api, requireScope } from '../api';
import { amount, flag, optional, readBody, text } from '../body';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { found } from '../envelope';
import { formatOrder } from '../formatters/order';
import { assign, close, reopen } from '../orders/archive';
import { cancelOrder, CANCEL_REASONS, type CancelDraft } from '../orders/cancel-order';
import { changeOrder } from '../orders/changed';
import { confirm } from '../orders/confirm';
import type { Platform } from '../platform';
import { locationOf } from './location-of';
import { orderOf } from './order-of';

const assignBody = z.object({
  location_id: optional(amount),
  user_ids: optional(z.array(text)),
  group_user_ids: optional(z.array(text)),
});
const cancelBody = z.object({
  reason: optional(z.enum(CANCEL_REASONS)),
  amount: optional(amount.pipe(z.number().nonnegative())),
  restock: optional(flag),
  note: optional(text),
  refund: optional(z.object({ transactions: optional(z.array(z.object({ amount, kind: optional(text) }))) })),
  ignore_cancel_fulfillment: optional(flag),
});

/** haravan.md §2.18 and, for assigning, §2.17. All are POST with a bare body. */
export function addOrderActionRoutes(api: Api, platform: Platform): void {
  const act = (path: string, change: (org: Org, order: Order) => void) =>
    api.post(`/com/orders/:orderId/${path}`, (c) => {
      requireScope(c, 'orders', 'write');
      const [org, order] = [c.get('org'), orderOf(platform, c)];
      changeOrder(platform, org, order, () => change(org, order));
      return c.json({ order: formatOrder(org, order) });
    });
  act('confirm', (org, order) => confirm(platform, org, order));
  act('close', (org, order) => close(platform, org, order));
  act('open', (org, order) => reopen(platform, org, order));

  api.post('/com/orders/:orderId/assign', async (c) => {
    requireScope(c, 'orders', 'write');
    const [org, order] = [c.get('org'), orderOf(platform, c)];
    const { location_id, user_ids = [] } = await readBody(c, assignBody);
    for (const wanted of user_ids) {
      found(
        platform.store,
        org.users.find(({ id }) => id === wanted),
      );
    }
    const location = location_id === undefined ? undefined : locationOf(platform, c, location_id);
    changeOrder(platform, org, order, () => location && assign(platform, org, order, location));
    return c.json({ order: formatOrder(org, order) });
  });

  api.post('/com/orders/:orderId/cancel', async (c) => {
    requireScope(c, 'orders', 'write');
    const [org, order] = [c.get('org'), orderOf(platform, c)];
    const draft = cancelDraft(await readBody(c, cancelBody));
    changeOrder(platform, org, order, () => cancelOrder(platform, org, order, draft), 'orders/cancelled');
    return c.json({ order: formatOrder(org, order) });
  });
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
