import { z } from 'zod';
import { type Api, type ApiContext, requireScope } from '../api';
import { amount, flag, optional, readBody, text } from '../body';
import type { Fulfillment } from '../entities/fulfillment';
import type { Order } from '../entities/order';
import { found } from '../envelope';
import { formatFulfillment } from '../formatters/fulfillment';
import { dateFilter, idsQuery, pageOf, pageRequest, project, usualMoment } from '../listing';
import { CARRIER_STEPS, setCarrierStatus } from '../orders/carrier-status';
import { changeOrder } from '../orders/changed';
import { callOff, fulfill } from '../orders/fulfill';
import type { Platform } from '../platform';
import { fulfillmentOf, orderOf } from './order-of';

const tracking = {
  tracking_number: optional(text),
  tracking_company: optional(text),
  tracking_url: optional(text),
  note: optional(text),
  notify_customer: optional(flag),
};
const creation = z.object({
  ...tracking,
  line_items: optional(z.array(z.object({ id: amount, quantity: optional(amount) }))),
  location_id: optional(amount),
  cod_amount: optional(amount),
});
const update = z.object(tracking);

/** haravan.md §2.19 */
export function addFulfillmentRoutes(api: Api, platform: Platform): void {
  const base = '/com/orders/:orderId/fulfillments';
  const answer = (c: ApiContext, order: Order, fulfillment: Fulfillment, status: 200 | 201 = 200) =>
    c.json({ fulfillment: formatFulfillment(c.get('org'), order, fulfillment) }, status);

  api.get(base, (c) => {
    requireScope(c, 'orders', 'read');
    const order = orderOf(platform, c);
    const page = pageOf(selected(platform, c, order), pageRequest(c, platform.store.modes.pageCap));
    return c.json({ fulfillments: page.map((row) => project(c, formatFulfillment(c.get('org'), order, row))) });
  });

  api.get(`${base}/count`, (c) => {
    requireScope(c, 'orders', 'read');
    return c.json({ count: selected(platform, c, orderOf(platform, c)).length });
  });

  api.get(`${base}/:fulfillmentId`, (c) => {
    requireScope(c, 'orders', 'read');
    const order = orderOf(platform, c);
    return answer(c, order, fulfillmentOf(platform, c, order));
  });

  api.post(base, async (c) => {
    requireScope(c, 'orders', 'write');
    const [org, order] = [c.get('org'), orderOf(platform, c)];
    const sent = await readBody(c, creation, 'fulfillment');
    if (sent.location_id)
      found(
        platform.store,
        org.locations.find(({ id }) => id === sent.location_id),
      );
    const draft = {
      lines: sent.line_items,
      locationId: sent.location_id,
      trackingCompany: sent.tracking_company,
      trackingNumber: sent.tracking_number,
      trackingUrl: sent.tracking_url,
      note: sent.note,
      notifyCustomer: sent.notify_customer,
      codAmount: sent.cod_amount,
    };
    const made = changeOrder(platform, org, order, () => fulfill(platform, org, order, draft));
    return answer(c, order, made, 201);
  });

  api.put(`${base}/:fulfillmentId`, async (c) => {
    requireScope(c, 'orders', 'write');
    const order = orderOf(platform, c);
    const fulfillment = fulfillmentOf(platform, c, order);
    const sent = await readBody(c, update, 'fulfillment');
    changeOrder(platform, c.get('org'), order, () => {
      fulfillment.trackingNumber = sent.tracking_number ?? fulfillment.trackingNumber;
      fulfillment.trackingCompany = sent.tracking_company ?? fulfillment.trackingCompany;
      fulfillment.trackingUrl = sent.tracking_url ?? fulfillment.trackingUrl;
      fulfillment.note = sent.note ?? fulfillment.note;
      fulfillment.updatedAt = platform.clock.now();
    });
    return answer(c, order, fulfillment);
  });

  addOldActions(api, platform, answer);
}

/** Of the older generation of the page, still on `/com`. */
function addOldActions(
  api: Api,
  platform: Platform,
  answer: (c: ApiContext, order: Order, fulfillment: Fulfillment) => Response,
): void {
  api.post('/com/orders/:orderId/fulfillments/:fulfillmentId/:action{complete|cancel}', (c) => {
    requireScope(c, 'orders', 'write');
    const [org, order] = [c.get('org'), orderOf(platform, c)];
    const fulfillment = fulfillmentOf(platform, c, order);
    const delivered = found(platform.store, CARRIER_STEPS.delivered);
    changeOrder(platform, org, order, () =>
      c.req.param('action') === 'cancel'
        ? callOff(platform, org, order, fulfillment)
        : setCarrierStatus(platform, org, order, fulfillment, delivered),
    );
    return answer(c, order, fulfillment);
  });
}

function selected({ store }: Platform, c: ApiContext, order: Order): Fulfillment[] {
  const ids = idsQuery(c, 'ids');
  const isInTime = dateFilter(c, usualMoment(store));
  return order.fulfillments.filter((row) => (!ids || ids.includes(row.id)) && isInTime(row));
}
