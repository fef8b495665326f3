import { ApiRefusal, businessRefusal } from '../api-refusal';
import { createItem } from '../catalog/create-item';
import { dig, isTree, listOfTrees, readPayload, scalarsOf } from '../catalog/payload-tree';
import { readProductPayload } from '../catalog/product-payload';
import { batchRefusal, type FailedSku } from '../catalog/refuse-batch';
import { isProblem, skuProblem, unnamedProblem } from '../catalog/sku-problem';
import { findSku } from '../catalog/sku-lookup';
import { updateItem } from '../catalog/update-item';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Item } from '../entities';
import type { ApiBody } from '../envelope';
import { tellOfSkus } from '../push/tell-of-skus';
import { shopSkuOf } from '../wire/product';

/** Codes of lazada.md §6-7.4; most of the payload is not in the reference. */
export const productEditEndpoints: Endpoint[] = [
  { path: '/product/create', access: 'seller', handle: create },
  { path: '/product/update', access: 'seller', handle: update },
  { path: '/product/deactivate', access: 'seller', handle: deactivate },
];

function create({ platform, seller, params }: SellerCall): ApiBody {
  const draft = readProductPayload(params.get('payload'));
  if (draft.spuId !== undefined) throw businessRefusal(205, 'SPU does not exist');
  const nameless = { fields: new Map(), problem: unnamedProblem('name is mandatory') };
  const made = draft.attributes.has('name') ? createItem(platform, seller, draft) : [nameless];
  if (Array.isArray(made)) return refuse(made, 500, 'Create product failed', { platform, seller });
  return { data: { item_id: made.itemId, sku_list: skuList(made) } };
}

function update({ platform, seller, params }: SellerCall): ApiBody {
  const draft = readProductPayload(params.get('payload'));
  const item = ownItem({ seller }, draft.itemId);
  const failed = updateItem(platform, seller, item, draft);
  if (failed.length > 0) return refuse(failed, 501, 'Update product failed', { platform, seller });
  return { data: { item_id: item.itemId, sku_list: skuList(item) } };
}

/** The SKUs named, or all of the item. `SellerSku` is code 4193 here. */
function deactivate({ platform, seller, params }: SellerCall): ApiBody {
  const product = dig(readPayload(params.get('payload')), 'Request', 'Product');
  if (!isTree(product)) throw businessRefusal(5, 'Invalid Request Format');
  const item = ownItem({ seller }, Number(product.ItemId));
  const named = dig(product, 'Skus', 'Sku');
  const wanted = named === undefined ? [] : listOfTrees(named).map(scalarsOf);
  const found = wanted.map((fields) => ({
    fields,
    hit: fields.has('SkuId')
      ? findSku(seller, new Map([...fields, ['ItemId', String(item.itemId)]]), false)
      : skuProblem('SELLER_SKU_NOT_SUPPORTED', 'SellerSku is no longer supported, please use SkuId'),
  }));
  const failed = found.flatMap(({ fields, hit }) => (isProblem(hit) ? [{ fields, problem: hit }] : []));
  if (failed.length > 0) return refuse(failed, 501, 'Update product failed', { platform, seller });
  const skus = wanted.length === 0 ? item.skus : found.flatMap(({ hit }) => (isProblem(hit) ? [] : [hit.sku]));
  for (const sku of skus) sku.status = 'inactive';
  item.updatedAt = platform.clock.now();
  tellOfSkus(platform, seller, item, skus, 'EDITED_UPDATED');
  return { data: {} };
}

function ownItem({ seller }: Pick<SellerCall, 'seller'>, itemId: number | undefined): Item {
  const item = itemId === undefined ? undefined : seller.items.get(itemId);
  if (!item || item.deleted) throw new ApiRefusal('4137', 'ISP', 'ITEM_NOT_FOUND:item not found');
  return item;
}

function refuse(
  failed: FailedSku[],
  code: 500 | 501,
  text: string,
  { platform, seller }: Pick<SellerCall, 'platform' | 'seller'>,
): never {
  const [first, ...others] = failed;
  if (!first) throw businessRefusal(code, text);
  throw batchRefusal({ code, text }, seller, [first, ...others], platform.modes);
}

function skuList(item: Item): object[] {
  return item.skus.map((sku) => ({ shop_sku: shopSkuOf(sku), seller_sku: sku.sellerSku, sku_id: sku.skuId }));
}
