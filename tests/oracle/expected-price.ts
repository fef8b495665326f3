import type { HaravanVariant } from './raw-haravan';
import type { LazadaSku } from './raw-lazada';

/** Bounds up to this are shares of the list price, as "(0.50, 1.00)" in the merchants' help page. */
const LARGEST_SHARE = 10;

function isInRange(price: number, { priceRange, price: present }: LazadaSku): boolean {
  if (priceRange === null) return true;
  const [low, high] = priceRange;
  const measured = high <= LARGEST_SHARE ? price / present : price;
  return measured >= low && measured <= high;
}

export type ExpectedPrice = { kind: 'price'; price: number } | { kind: 'refused'; code: string };

/** Haravan's price, unless it is none or Lazada refuses it (spec R2.5; lazada.md §7). */
export function expectedPrice(variant: HaravanVariant, sku: LazadaSku): ExpectedPrice {
  const price = Number(variant.price);
  if (!Number.isInteger(price) || price <= 0) return { kind: 'refused', code: 'price_invalid' };
  if (!isInRange(price, sku)) return { kind: 'refused', code: 'price_out_of_range' };
  if (sku.specialPrice !== null && sku.specialPrice >= price) return { kind: 'refused', code: 'price_below_promotion' };
  return { kind: 'price', price };
}
