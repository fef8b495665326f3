import type { Item, Seller } from '../entities';
import type { Platform } from '../platform';
import { tellOfSkus } from '../push/tell-of-skus';
import type { ProductDraft } from './product-payload';
import type { FailedSku } from './refuse-batch';
import { findSku } from './sku-lookup';
import type { SkuFields } from './sku-payload';
import { isProblem, type SkuProblem, skuProblem } from './sku-problem';
import { type WriteKind, writeSku } from './write-sku';

const EVERYTHING: WriteKind = { stockField: 'Quantity', meaning: 'total', prices: true };

/** New attributes for the item, new figures and codes for the SKUs named. Returns what failed; pushes type 4. */
export function updateItem(platform: Platform, seller: Seller, item: Item, draft: ProductDraft): FailedSku[] {
  const itemId = String(item.itemId);
  const failed = draft.skus.flatMap(({ fields }) => {
    const named = new Map([...fields, ['ItemId', itemId]]);
    const problem = updateSku(platform, seller, named);
    return problem ? [{ fields: named, problem }] : [];
  });
  Object.assign(item.attributes, Object.fromEntries(draft.attributes));
  item.name = draft.attributes.get('name') ?? item.name;
  item.image = draft.image ?? item.image;
  item.updatedAt = platform.clock.now();
  tellOfSkus(platform, seller, item, item.skus, 'EDITED_UPDATED');
  return failed;
}

/** With a `SkuId`, another `SellerSku` is a new name. */
function updateSku(platform: Platform, seller: Seller, fields: SkuFields): SkuProblem | undefined {
  const found = findSku(seller, fields, platform.modes.sellerSkuAlone);
  if (isProblem(found)) return found;
  const name = fields.get('SellerSku') ?? found.sku.sellerSku;
  const taken = [...seller.skus.values()].some((other) => other !== found.sku && other.sellerSku === name);
  if (taken && name !== found.sku.sellerSku) {
    return skuProblem('SELLER_SKU_DUPLICATE', `seller sku ${name} is duplicate`);
  }
  const problem = writeSku(platform, seller, fields, EVERYTHING);
  if (!problem) found.sku.sellerSku = name;
  return problem;
}
