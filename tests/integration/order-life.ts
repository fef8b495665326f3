import type { OrdersRig } from './orders-rig';
import { SELLER } from './orders-seed';

export type Step = Parameters<OrdersRig['shop']['advanceOrder']>[0]['to'];

/** What happens to orders of the rig's shop, and what Haravan has of them. */
export function orderLife(rigNow: () => OrdersRig) {
  return {
    /** @param lines units by SellerSku */
    place: (lines: Record<string, number>, more: object = {}) =>
      rigNow().shop.placeOrder({
        sellerId: SELLER,
        lines: Object.entries(lines).map(([sellerSku, quantity]) => ({ sellerSku, quantity })),
        ...more,
      }),
    async advance(orderId: string, steps: readonly Step[], more: object = {}): Promise<void> {
      for (const to of steps) {
        rigNow().clock.advance(2_000);
        rigNow().shop.advanceOrder({ sellerId: SELLER, orderId, to, ...more });
      }
    },
    async orderOf(orderId: string) {
      const order = (await rigNow().haravanOrders()).find(({ name }) => name === orderId);
      if (!order) throw new Error(`order ${orderId} is not in Haravan`);
      return order;
    },
  };
}
