import type { OrderItemId } from '../ids';
import { atLeastZero, type Dong, dong, minDong, subtractDong, sumDong } from '../money';

export type PricedItem = { orderItemId: OrderItemId; itemPrice: Dong; voucher: Dong; shippingFee: Dong };

export type OrderMoneyFacts = {
  items: readonly PricedItem[];
  voucher: Dong;
  /** Of the order, net of shipping discounts (lazada.md §9.5). */
  shippingFee: Dong;
};

/** What the Haravan order shows: Σ item prices − one discount + shipping = total. */
export type OrderTotals = { subtotal: Dong; discount: Dong; shippingFee: Dong; total: Dong };

/** Haravan discounts lines only: what a voucher covers beyond them comes off the shipping fee (lazada.md §9.5). */
export function orderTotals(facts: OrderMoneyFacts): OrderTotals {
  const subtotal = sumDong(facts.items.map((item) => item.itemPrice));
  const discount = minDong(facts.voucher, subtotal);
  const beyond = subtractDong(facts.voucher, discount);
  const shippingFee = atLeastZero(subtractDong(facts.shippingFee, beyond));
  return { subtotal, discount, shippingFee, total: dong(subtotal - discount + shippingFee) };
}

function tellsAll(shares: readonly Dong[], total: Dong): boolean {
  return sumDong(shares) === total && shares.every((share) => share >= 0);
}

/** Running shares rounded down: their differences are whole and end exactly at the total. */
function proRata(items: readonly PricedItem[], total: Dong): Dong[] {
  const subtotal = items.reduce((sum, item) => sum + item.itemPrice, 0);
  const weights = items.map((item) => BigInt(subtotal === 0 ? 1 : item.itemPrice));
  const weight = weights.reduce((sum, each) => sum + each, 0n);
  let passed = 0n;
  let given = 0;
  return weights.map((each) => {
    passed += each;
    const upToHere = Number((BigInt(total) * passed) / weight);
    const share = dong(upToHere - given);
    given = upToHere;
    return share;
  });
}

/** Each item's part; they add up to the total. Lazada's own figures where these do, else pro rata by price. */
export function itemShares(facts: OrderMoneyFacts): ReadonlyMap<OrderItemId, Dong> {
  const { items } = facts;
  const { total } = orderTotals(facts);
  const told = items.map((item) => dong(item.itemPrice - item.voucher + item.shippingFee));
  const shares = tellsAll(told, total) ? told : proRata(items, total);
  return new Map(items.map((item, at) => [item.orderItemId, shares[at] ?? dong(0)]));
}
