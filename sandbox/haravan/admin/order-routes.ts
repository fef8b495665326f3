import type { Context, Hono } from 'hono';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { Refusal } from '../envelope';
import { CANCEL_REASONS } from '../orders/cancel-order';
import { CARRIER_STEPS, COD_STEPS } from '../orders/carrier-status';
import { type AdminParts, adminPath } from './admin-parts';
import { type Form, figure, readForm } from './form';
import { newOrderPage } from './new-order-page';
import { orderPage } from './order-page';
import { ordersPage } from './orders-page';
import { type ShopRoutes, shopRoutes } from './shop-routes';

const LONGEST_TAG = 40;

/** Đơn hàng: every button does what the control does; what Haravan refuses is shown in its words. */
export function addOrderPages(admin: Hono, parts: AdminParts): void {
  const { platform, control } = parts;
  const { get, post } = shopRoutes(admin, parts);
  const withOrder = (act: (c: Context, org: Org, order: Order) => Response | Promise<Response>) =>
    ((c, org) => {
      const order = org.orders.get(Number(c.req.param('id')));
      return order ? act(c, org, order) : c.notFound();
    }) satisfies ShopRoutes['act'];
  const action = (name: string, act: (org: Org, order: Order, form: Form, c: Context) => void) =>
    post(
      `orders/:id/${name}`,
      withOrder(async (c, org, order) => {
        const form = await readForm(c);
        try {
          act(org, order, form, c);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return c.html(orderPage(platform, org, order, { error: error.message }), 422);
        }
        return c.redirect(`${adminPath(org, `orders/${order.id}`)}?done=done`, 303);
      }),
    );

  get('orders', (c, org) => c.html(ordersPage(platform, org, c)));
  get('orders/new', (c, org) => c.html(newOrderPage(platform, org)));
  get(
    'orders/:id',
    withOrder((c, org, order) => c.html(orderPage(platform, org, order, { done: c.req.query('done') }))),
  );
  post('orders/new', async (c, org) => {
    const form = await readForm(c);
    const variant = org.variants.get(Number(form.get('variant')));
    const quantity = Math.trunc(figure(form.get('quantity')) ?? 0);
    if (!variant || quantity < 1) return c.html(newOrderPage(platform, org, 'Hãy chọn biến thể và số lượng.'), 422);
    const location_id = Number(form.get('location')) || undefined;
    const id = control.placeOrder(org.orgId, { line_items: [{ variant_id: variant.id, quantity }], location_id });
    return c.redirect(adminPath(org, `orders/${id}`), 303);
  });

  action('confirm', ({ orgId }, { id }) => control.confirmOrder(orgId, id));
  action('pay', ({ orgId }, { id }) => control.payOrder(orgId, id));
  action('close', ({ orgId }, { id }) => control.closeOrder(orgId, id));
  action('open', ({ orgId }, { id }) => control.reopenOrder(orgId, id));
  action('fulfill', ({ orgId }, { id }, form) => {
    control.fulfillOrder(orgId, id, { trackingNumber: form.get('tracking').trim() || undefined });
  });
  action('cancel', ({ orgId }, { id }, form) => {
    const reason = CANCEL_REASONS.find((known) => known === form.get('reason'));
    control.cancelOrder(orgId, id, { reason, restock: form.get('restock') === 'on' });
  });
  action('shipments/:shipment', ({ orgId }, { id, fulfillments }, form, c) => {
    const wanted = Number(c.req.param('shipment'));
    const state = form.get('state');
    if (!fulfillments.some((row) => row.id === wanted) || !(CARRIER_STEPS[state] ?? COD_STEPS[state])) {
      throw new Refusal(422, 'Trạng thái không hợp lệ');
    }
    control.moveFulfillment(orgId, id, wanted, state);
  });
  action('edit', ({ orgId }, { id }, form) => {
    const tags = form
      .get('tags')
      .split(',')
      .map((tag) => tag.trim().slice(0, LONGEST_TAG));
    control.editOrder(orgId, id, { note: form.get('note'), tags: [...new Set(tags.filter(Boolean))] });
  });
}
