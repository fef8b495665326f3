import { type Api, type ApiContext, requireScope } from '../api';
import { Refusal } from '../envelope';
import { formatFulfillment } from '../formatters/fulfillment';
import { CARRIER_STEPS, COD_STEPS, setCarrierStatus, setCodStatus } from '../orders/carrier-status';
import { changeOrder } from '../orders/changed';
import type { Platform } from '../platform';
import type { CarrierStatusHost } from '../modes';
import { fulfillmentOf, orderOf } from './order-of';

const PATHS: Record<CarrierStatusHost, string> = {
  shop: '/shops/:shop/admin/orders/:orderId/fulfillments/:fulfillmentId',
  api: '/com/orders/:orderId/fulfillments/:fulfillmentId',
};

/** haravan.md §2.20. Undocumented: a shop may have it on one host, on both, or not at all. */
export function addCarrierStatusRoutes(api: Api, platform: Platform): void {
  for (const host of ['shop', 'api'] as const) {
    api.put(`${PATHS[host]}/:what{carrier_status|cod_status}/:state`, (c) => {
      requireHost(platform, c, host);
      requireScope(c, 'orders', 'write');
      return change(platform, c);
    });
  }
}

function requireHost({ store }: Platform, c: ApiContext, host: CarrierStatusHost): void {
  if (!store.modes.carrierStatusOn.includes(host)) throw new Refusal(404, 'Not Found');
  const shop = c.req.param('shop')?.replace(/\.myharavan\.com$/, '');
  if (shop !== undefined && shop !== c.get('org').shop) throw new Refusal(401, 'Unauthorized');
}

function change(platform: Platform, c: ApiContext): Response {
  const [org, order] = [c.get('org'), orderOf(platform, c)];
  const fulfillment = fulfillmentOf(platform, c, order);
  const state = c.req.param('state') ?? '';
  const [carrierStep, codStep] = [CARRIER_STEPS[state], COD_STEPS[state]];
  const isCarrier = c.req.param('what') === 'carrier_status';
  if (isCarrier ? !carrierStep : !codStep) throw new Refusal(422, `Trạng thái ${state} không hợp lệ`);
  changeOrder(platform, org, order, () => {
    if (isCarrier && carrierStep) setCarrierStatus(platform, org, order, fulfillment, carrierStep);
    if (!isCarrier && codStep) setCodStatus(platform, fulfillment, codStep);
  });
  return c.json({ fulfillment: formatFulfillment(org, order, fulfillment) });
}
