import { MAIN, ORG, type Rig } from './rig';
import type { WireFulfillment, WireOrder } from './wire';

/** Creates an order and reads it back: the answer to the create itself leaves things out. */
export async function placeOrder(rig: Rig, order: unknown): Promise<WireOrder> {
  const made = await rig.call<{ order: WireOrder }>('POST', '/com/orders.json', { order });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return readOrder(rig, made.body.order.id);
}

export async function readOrder(rig: Rig, id: number): Promise<WireOrder> {
  return (await rig.call<{ order: WireOrder }>('GET', `/com/orders/${id}.json`)).body.order;
}

export async function ship(rig: Rig, orderId: number, fulfillment: unknown = {}): Promise<WireFulfillment> {
  const made = await rig.call<{ fulfillment: WireFulfillment }>('POST', `/com/orders/${orderId}/fulfillments.json`, {
    fulfillment,
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.fulfillment;
}

/** [on hand, committed, available] */
export function stockOf(rig: Rig, variantId: number, locationId = MAIN): number[] {
  const stock = rig.haravan.control.state(ORG).orgs[0]?.stock ?? [];
  const row = stock.find((other) => other.variantId === variantId && other.locationId === locationId);
  return row ? [row.onHand, row.committed, row.available] : [];
}
