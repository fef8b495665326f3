import { codeOf } from '@/tests/oracle/code';
import {
  type Books,
  hasLeft,
  isReadable,
  lineOf,
  maySell,
  type OrderIndex,
  orgOf,
  type Shop,
  type UnitIndex,
  type Variant,
} from './books';

const BACKORDER = 100_000;

export type Truth = { books: Books; orders: OrderIndex; units: UnitIndex; now(): number };

/** Units of this variant that Lazada sold and that Haravan's figure at these locations does not count (spec R3.5). */
export function unitsInFlight({ books, orders, units, now }: Truth, shop: Shop, variant: Variant): number {
  const code = codeOf(variant.barcode);
  if (code === null) return 0;
  const locations = maySell(books, shop);
  return [...units.sold(shop.orgId, code, variant.id)].filter(({ shop: seller, order, item }) => {
    const [known] = orders.find(seller, order.orderId);
    // What a shop sells while nobody may read it becomes known when it is connected again.
    if (known === undefined) return isReadable(seller, now());
    const line = lineOf(known, item);
    // A line from a time when Haravan kept no stock of the variant is taken for counted: nobody can see that it is not.
    const isCounted = line?.variantId === variant.id && locations.includes(known.locationId);
    return !isCounted && !hasLeft(item);
  }).length;
}

/** spec R3.2, then the shop's policy (R10.13), for a quantity that is left. */
export function offerOf(left: number, allowsBackorder: boolean, { settings }: Shop): number {
  const ruled = left > 0 ? left : allowsBackorder ? BACKORDER : 0;
  const shared = Math.max(0, Math.floor((ruled * settings.sharePercent) / 100) - settings.safetyStock);
  return Math.min(shared, settings.bound ?? shared);
}

export function availableAt(books: Books, orgId: string, variantId: number, locations: readonly number[]): number {
  const { stock } = orgOf(books, orgId);
  return locations.reduce((sum, id) => {
    const row = stock.get(`${id}:${variantId}`);
    return row ? sum + row.onHand - row.committed : sum;
  }, 0);
}

/** What a shop may offer of a variant at this moment, by both platforms' own books. */
export function trulySellable(
  truth: Truth,
  shop: Shop,
  variant: Variant,
  backorder = variant.policy === 'continue',
): number {
  const available = availableAt(truth.books, shop.orgId, variant.id, maySell(truth.books, shop));
  return offerOf(Math.floor(available) - unitsInFlight(truth, shop, variant), backorder, shop);
}
