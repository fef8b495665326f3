import type { Item, Seller, Sku } from '../entities';
import { tellIfShallow } from '../orders/shallow-stock';
import type { Platform } from '../platform';
import { type Prices, pricesAfter } from './price-rules';
import { findSku } from './sku-lookup';
import type { SkuFields } from './sku-payload';
import { isProblem, type SkuProblem, skuProblem } from './sku-problem';
import { type StockMeaning, sellableAfter } from './stock-rules';

/** Which field of the payload carries stock, and what it means there. */
export type WriteKind = { stockField: 'Quantity' | 'SellableQuantity'; meaning: StockMeaning; prices: boolean };

/** Writes one SKU of a batch: all of its figures or none. Returns the problem, if any. */
export function writeSku(
  platform: Platform,
  seller: Seller,
  fields: SkuFields,
  kind: WriteKind,
): SkuProblem | undefined {
  const { modes, clock } = platform;
  const now = clock.now();
  const found = findSku(seller, fields, modes.sellerSkuAlone);
  if (isProblem(found)) return found;
  const { item, sku } = found;
  if (sku.editLocked) {
    const text = 'This product is under campaign participation and cannot be edited during campaign period.';
    return skuProblem('THD_IC_ERR_F_IC_ABILITY_PG_003', text);
  }
  const prices = kind.prices && hasPrice(fields) ? pricesAfter(sku, fields, modes.specialPriceRatio) : undefined;
  if (prices && isProblem(prices)) return prices;
  const stockText = fields.get(kind.stockField);
  const sellable = stockText === undefined ? undefined : sellableAfter(sku, stockText, kind.meaning, now);
  if (typeof sellable === 'object') return sellable;
  const before = sku.sellable;
  apply(item, sku, prices, sellable, now);
  tellIfShallow(platform, seller, sku, before);
  return undefined;
}

function hasPrice(fields: SkuFields): boolean {
  return fields.has('Price') || fields.has('SalePrice');
}

function apply(item: Item, sku: Sku, prices: Prices | undefined, sellable: number | undefined, now: number): void {
  if (prices) {
    Object.assign(sku, prices);
    sku.priceWrites += 1;
  }
  if (sellable !== undefined) {
    sku.sellable = sellable;
    sku.quantityWrites += 1;
  }
  item.updatedAt = now;
}
