import type { Item, Seller, Sku } from '../entities';
import { tellOfSkus } from '../push/tell-of-skus';
import type { Platform } from '../platform';
import { itemFromSeed, skuFromSeed } from '../seed';
import { pricesAfter } from './price-rules';
import type { ProductDraft } from './product-payload';
import type { FailedSku } from './refuse-batch';
import type { SkuFields } from './sku-payload';
import { isProblem, type SkuProblem, skuProblem, unnamedProblem } from './sku-problem';

const ID_DIGITS = 10;

/** A new product with all its SKUs, or the problems that keep it from being made. Pushes types 3 and 1. */
export function createItem(platform: Platform, seller: Seller, draft: ProductDraft): Item | FailedSku[] {
  const failed = draft.skus.flatMap(({ fields }, index) => {
    const others = draft.skus.slice(0, index).map((sku) => sku.fields);
    const problem = obstacle(platform, seller, fields, others);
    return problem ? [{ fields, problem }] : [];
  });
  if (failed.length > 0) return failed;
  const item = newItem(platform, draft);
  seller.items.set(item.itemId, item);
  for (const sku of item.skus) seller.skus.set(sku.skuId, sku);
  tellOfSkus(platform, seller, item, item.skus, 'PUBLISHED');
  platform.pushes.review(seller, item);
  return item;
}

function newItem(platform: Platform, draft: ProductDraft): Item {
  const itemId = Number(platform.ids.digits(ID_DIGITS));
  const name = draft.attributes.get('name') ?? '';
  const item = itemFromSeed({ itemId, name, image: draft.image, skus: [] }, platform.clock.now());
  item.attributes = Object.fromEntries(draft.attributes);
  item.skus = draft.skus.map(({ fields, saleProp }) => ({ ...newSku(platform, itemId, fields), saleProp }));
  if (platform.modes.reviewHolds) item.review = { state: 'pending', reason: '' };
  return item;
}

function newSku(platform: Platform, itemId: number, fields: SkuFields): Sku {
  const sku = blankSku(platform, itemId, fields);
  const prices = pricesAfter(sku, fields, platform.modes.specialPriceRatio);
  return isProblem(prices) ? sku : { ...sku, ...prices };
}

function blankSku(platform: Platform, itemId: number, fields: SkuFields): Sku {
  return skuFromSeed(itemId, {
    skuId: Number(platform.ids.digits(ID_DIGITS)),
    sellerSku: fields.get('SellerSku') ?? '',
    price: Number(fields.get('Price')),
    sellable: Number(fields.get('Quantity') ?? 0),
  });
}

function obstacle(
  platform: Platform,
  seller: Seller,
  fields: SkuFields,
  others: readonly SkuFields[],
): SkuProblem | undefined {
  const sellerSku = fields.get('SellerSku');
  if (!sellerSku) return unnamedProblem('SellerSku is mandatory');
  const taken = [...seller.skus.values()].some((sku) => sku.sellerSku === sellerSku);
  if (taken || others.some((other) => other.get('SellerSku') === sellerSku)) {
    return skuProblem('SELLER_SKU_DUPLICATE', `seller sku ${sellerSku} is duplicate`);
  }
  if (!/^\d+$/.test(fields.get('Quantity') ?? '0')) return unnamedProblem('Quantity is not a whole number');
  if (!fields.has('Price')) return unnamedProblem('Price is mandatory');
  const measured = skuFromSeed(0, { skuId: 0, sellerSku, price: 0, sellable: 0 });
  const prices = pricesAfter(measured, fields, platform.modes.specialPriceRatio);
  return isProblem(prices) ? prices : undefined;
}
