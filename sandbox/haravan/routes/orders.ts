import { z } from 'zod';
import { type Api, type ApiContext, requireScope } from '../api';
import { address, nameValue, optional, readBody, text } from '../body';
import type { Order } from '../entities/order';
import { formatOrder } from '../formatters/order';
import { pageOf, pageRequest, project } from '../listing';
import { changeOrder } from '../orders/changed';
import { createOrder } from '../orders/create-order';
import { orderDraft } from '../orders/order-draft';
import { selectOrders } from '../orders/select-orders';
import type { Platform } from '../platform';
import { orderOf } from './order-of';

const update = z.object({
  note: z.string().nullish(),
  note_attributes: z.array(nameValue).nullish(),
  email: optional(z.string()),
  tags: optional(text),
  shipping_address: optional(address),
});

/** haravan.md §2.15 - §2.17 */
export function addOrderRoutes(api: Api, platform: Platform): void {
  api.get('/com/orders', (c) => {
    requireScope(c, 'orders', 'read');
    const org = c.get('org');
    const page = pageOf(selectOrders(c, org, platform.store.modes), pageRequest(c, platform.store.modes.pageCap));
    return c.json({ orders: page.map((order) => project(c, formatOrder(org, order))) });
  });

  api.get('/com/orders/count', (c) => {
    requireScope(c, 'orders', 'read');
    return c.json({ count: selectOrders(c, c.get('org'), platform.store.modes).length });
  });

  api.get('/com/orders/:orderId', (c) => {
    requireScope(c, 'orders', 'read');
    return c.json({ order: project(c, formatOrder(c.get('org'), orderOf(platform, c))) });
  });

  api.post('/com/orders', async (c) => {
    requireScope(c, 'orders', 'write');
    const order = createOrder(platform, c.get('org'), await readBody(c, orderDraft, 'order'));
    return c.json({ order: freshAnswer(c, order) }, 201);
  });

  api.put('/com/orders/:orderId', async (c) => {
    requireScope(c, 'orders', 'write');
    const order = orderOf(platform, c);
    const change = await readBody(c, update, 'order');
    changeOrder(platform, c.get('org'), order, () => applyUpdate(order, change));
    return c.json({ order: formatOrder(c.get('org'), order) });
  });
}

/** What the answer to a create does not show yet: transactions, and the name of the COD gateway (haravan.md §2.16). */
function freshAnswer(c: ApiContext, order: Order) {
  const body = formatOrder(c.get('org'), order);
  return { ...body, transactions: [], gateway: order.gatewayCode === 'COD' ? null : order.gateway };
}

/** The sent list of note attributes replaces the old one. Lines cannot be edited (haravan.md §2.17). */
function applyUpdate(order: Order, change: z.infer<typeof update>): void {
  if (change.note !== undefined) order.note = change.note;
  if (change.note_attributes) {
    order.noteAttributes = change.note_attributes.map(({ name, value }) => ({ name, value }));
  }
  if (change.email !== undefined) order.email = change.email;
  if (change.tags !== undefined) order.tags = change.tags.split(',').map((tag) => tag.trim());
  if (change.shipping_address) order.shippingAddress = { ...order.shippingAddress, ...change.shipping_address };
}
