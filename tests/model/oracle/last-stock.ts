import { lineOf, type Order, type OrderItem, orgOf, type Shop, sellerOf, shopsOf } from './books';
import type { Ledger } from './ledger';
import type { Truth } from './truly-sellable';

const ON_THE_SHELF = ['unpaid', 'pending', 'topack', 'packed', 'repacked'];
/** Goods that were not there do not come back (design §4). */
const NOT_THERE = /out of stock|hết hàng/i;

type Effect = { onHand: number; committed: number };

function effectOf(item: OrderItem): Effect {
  if (item.status === 'canceled') return { onHand: NOT_THERE.test(item.reason) ? -1 : 0, committed: 0 };
  return ON_THE_SHELF.includes(item.status) ? { onHand: 0, committed: 1 } : { onHand: -1, committed: 0 };
}

function add(into: Map<string, Effect>, key: string, { onHand, committed }: Effect): void {
  const sum = into.get(key) ?? { onHand: 0, committed: 0 };
  into.set(key, { onHand: sum.onHand + onHand, committed: sum.committed + committed });
}

function addOrder(into: Map<string, Effect>, { orders }: Truth, shop: Shop, order: Order): void {
  const [found] = orders.find(shop, order.orderId);
  if (!found) return;
  for (const item of order.items) {
    const line = lineOf(found, item);
    if (line?.variantId && line.tracked) add(into, `${found.locationId}:${line.variantId}`, effectOf(item));
  }
}

/** Each shelf holds what the merchant put there less what orders took, and keeps back what open orders need. */
export function shelfFaults(truth: Truth, ledger: Ledger, orgId: string): string[] {
  const effects = new Map<string, Effect>();
  for (const shop of shopsOf(truth.books, orgId)) {
    for (const order of sellerOf(truth.books, shop.sellerId).orders.values()) addOrder(effects, truth, shop, order);
  }
  const { stock, variants } = orgOf(truth.books, orgId);
  return [...stock].flatMap(([key, row]) => {
    if (!variants.has(row.variantId)) return [];
    const { onHand, committed } = effects.get(key) ?? { onHand: 0, committed: 0 };
    const expected = ledger.byHand(key) + onHand;
    const said = [];
    if (row.onHand !== expected) said.push(`shelf ${key}: ${row.onHand} on hand, not ${expected}`);
    if (row.committed !== committed) said.push(`shelf ${key}: ${row.committed} committed, not ${committed}`);
    return said;
  });
}
