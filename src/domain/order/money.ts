import type { OrderItemId } from '../ids';
import type { Dong } from '../money';

export type PricedItem = { orderItemId: OrderItemId; itemPrice: Dong; voucher: Dong; shippingFee: Dong };

export type OrderMoneyFacts = {
  items: readonly PricedItem[];
  /** Of the order: platform and seller vouchers together. */
  voucher: Dong;
  /** Of the order, net of shipping discounts (lazada.md §9.5). */
  shippingFee: Dong;
};

/** What the Haravan order shows: Σ item prices − one discount + shipping = total. */
export type OrderTotals = { subtotal: Dong; discount: Dong; shippingFee: Dong; total: Dong };

export function orderTotals(_facts: OrderMoneyFacts): OrderTotals {
  throw new Error('not written yet');
}

/** Each item's part of the total; the parts add up to it, to the đồng. */
export function itemShares(_facts: OrderMoneyFacts): ReadonlyMap<OrderItemId, Dong> {
  throw new Error('not written yet');
}
