import type { HaravanOrder, Order, OrderItem, Shop } from './books';
import { lineOf, sellerOf } from './books';
import type { Truth } from './truly-sellable';

/** What a Haravan order must be once all is at rest, with Xử lý đơn hàng at Lazada (spec R4.1, R4.2). */
const CARRIER: readonly (readonly [readonly string[], readonly string[]])[] = [
  [[], ['pending', 'topack', 'packed', 'repacked']],
  [['readytopick'], ['ready_to_ship', 'ready_to_ship_pending', 'toship', 'transit_to_ship']],
  [['delivering'], ['shipped']],
  // Goods that the buyer wants to send back were delivered; a return that failed was on its way (lazada.md §10.2).
  [['delivered'], ['delivered', 'confirmed', 'rtm_init']],
  [['cancel'], ['failed', 'failed_delivery', 'lost', 'lost_by_3pl', 'damaged', 'damaged_by_3pl']],
  // A carrier's state never goes back: it depends on what was seen before the parcel was scrapped.
  [['cancel', 'waitingforreturn'], ['package_scrapped']],
  [['waitingforreturn'], ['shipped_back', 'return_to_seller', 'shipped_back_failed']],
  [['return'], ['shipped_back_success', 'returned']],
];
const GIVEN_BACK = ['canceled', 'returned', 'shipped_back_success'];

const shareOf = (item: OrderItem): number =>
  item.itemPrice - item.voucherSeller - item.voucherPlatform + item.shippingAmount - item.shippingDiscountPlatform;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Reached `pending`: cash on delivery does at once, other orders when they are paid. */
export const isExpected = (order: Order): boolean => order.paymentMethod === 'COD' || order.paidAt !== null;

function moneyOf(order: Order): number {
  const kept = order.items.filter(({ status }) =>
    order.paymentMethod === 'COD'
      ? ['delivered', 'confirmed', 'rtm_init'].includes(status)
      : !GIVEN_BACK.includes(status),
  );
  return sum(kept.map(shareOf));
}

function totalOf({ lines, totalDiscounts, shippingLines }: HaravanOrder): number {
  return (
    sum(lines.map(({ price, quantity }) => price * quantity)) -
    totalDiscounts +
    sum(shippingLines.map(({ price }) => price))
  );
}

const heldIn = ({ transactions }: HaravanOrder): number =>
  sum(transactions.filter(({ kind }) => /capture|sale|refund/i.test(kind)).map(({ amount }) => amount));

function parcelsOf(order: Order, found: HaravanOrder): string[] {
  const traveling = order.items.filter(({ status }) => status !== 'canceled');
  return [...Map.groupBy(traveling, ({ packageId }) => packageId).values()].flatMap((parcel) => {
    const [allowed] = CARRIER.find(([, covered]) => parcel.some(({ status }) => covered.includes(status))) ?? [
      [] as string[],
    ];
    return parcel.flatMap((item) => {
      const line = lineOf(found, item);
      const states = found.fulfillments
        .filter(({ status, lines }) => status !== 'cancelled' && lines.some(({ lineId }) => lineId === line?.id))
        .map(({ carrierStatus }) => carrierStatus as string);
      const isRight =
        allowed.length === 0 ? states.length === 0 : states.length === 1 && allowed.includes(states[0] ?? '');
      return isRight ? [] : [`${item.status} shows as [${states}], not [${allowed}]`];
    });
  });
}

function differences(order: Order, found: HaravanOrder): string[] {
  const { items } = order;
  const said = parcelsOf(order, found);
  const paid = sum(items.map(shareOf));
  if (totalOf(found) !== paid) said.push(`total ${totalOf(found)}, not ${paid}`);
  if (found.lines.length !== items.length) said.push(`${found.lines.length} lines, not ${items.length}`);
  const isOff = items.every(({ status }) => status === 'canceled');
  if ((found.canceledAt !== null) !== isOff) said.push(isOff ? 'not canceled' : 'canceled');
  const money = moneyOf(order);
  if (heldIn(found) !== money) said.push(`holds ${heldIn(found)}, not ${money}`);
  return said;
}

/** Every order that reached `pending` is in Haravan exactly once, and as Lazada says; the others are not. */
export function orderFaults({ books, orders }: Truth, shop: Shop): string[] {
  return [...sellerOf(books, shop.sellerId).orders.values()].flatMap((order) => {
    const [found, ...more] = orders.find(shop, order.orderId);
    const named = `order ${shop.sellerId}/${order.orderId} (${order.paymentMethod}; ${order.items.map(({ status }) => status)})`;
    if (!isExpected(order)) return found ? [`${named}: brought over, though never paid`] : [];
    if (!found) return [`${named}: missing in Haravan`];
    if (more.length > 0) return [`${named}: ${more.length + 1} times in Haravan`];
    return differences(order, found).map((what) => `${named}: ${what}`);
  });
}
