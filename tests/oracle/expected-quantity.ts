import { codeOf } from './code';
import type { HaravanLocation, HaravanOrg, HaravanVariant } from './raw-haravan';
import type { LazadaSeller } from './raw-lazada';

/** Kho đồng bộ tồn kho: all that may be sold, or the chosen ones. */
export type StockChoice = 'all' | readonly number[];

const BACKORDER = 100_000;

const maySell = (location: HaravanLocation) => location.type !== 'ontheroad' && !location.is_unavailable_quantity;

export function stockLocations({ locations }: HaravanOrg, choice: StockChoice): readonly number[] {
  const sellable = locations.filter(maySell).map(({ id }) => id);
  return choice === 'all' ? sellable : sellable.filter((id) => choice.includes(id));
}

export function availableOf(org: HaravanOrg, variantId: number, locationIds: readonly number[]): number {
  return org.stock
    .filter((row) => row.variantId === variantId && locationIds.includes(row.locationId))
    .reduce((sum, row) => sum + row.available, 0);
}

/** Units that Lazada sold in orders that Haravan does not have (spec R3.5). Orders that have settled are in Haravan. */
export function unitsInFlight(variant: HaravanVariant, org: HaravanOrg, seller: LazadaSeller): number {
  const code = codeOf(variant.barcode);
  const inHaravan = new Set(org.orders.map((order) => order.name));
  return seller.orders
    .filter((order) => !inHaravan.has(order.orderId))
    .flatMap((order) => order.items)
    .filter((item) => codeOf(item.sellerSku) === code && item.status !== 'canceled').length;
}

/** The table of spec R3.2; null: no quantity is ever sent, since Haravan keeps none (design §4). */
export function expectedQuantity(
  variant: HaravanVariant,
  org: HaravanOrg,
  seller: LazadaSeller,
  choice: StockChoice,
): number | null {
  if (variant.inventory_management === null) return null;
  const available = availableOf(org, variant.id, stockLocations(org, choice)) - unitsInFlight(variant, org, seller);
  if (available > 0) return available;
  return variant.inventory_policy === 'continue' ? BACKORDER : 0;
}
