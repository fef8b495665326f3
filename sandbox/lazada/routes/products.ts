import { businessRefusal, missingParameter } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import type { Item } from '../entities';
import { isWithin, readPeriod } from '../validations/dates';
import { parseJson } from '../validations/json-params';
import { readLimit, readOffset } from '../validations/paging';
import { productOnWire, productStatus } from '../wire/product';

const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 20;
const MAX_OFFSET = 10_000;
const MAX_SKU_LIST = 100;

/** Pending and rejected are quality control's. */
const FILTERS: Record<string, (item: Item) => boolean> = {
  all: (item) => !item.deleted,
  live: (item) => productStatus(item) === 'Active',
  inactive: (item) => productStatus(item) === 'InActive',
  deleted: (item) => item.deleted,
  pending: (item) => productStatus(item) === 'Pending QC',
  rejected: (item) => productStatus(item) === 'Suspended',
  'sold-out': (item) => !item.deleted && item.skus.some((sku) => sku.sellable <= 0),
};

/** lazada.md §6.1-6.2. */
export const productEndpoints: Endpoint[] = [
  { path: '/products/get', access: 'seller', handle: listProducts },
  { path: '/product/item/get', access: 'seller', handle: getProduct },
];

function listProducts({ platform, seller, params }: SellerCall): ApiBody {
  const passes = FILTERS[params.get('filter') || 'all'];
  if (!passes) throw businessRefusal(36, 'Invalid status filter');
  const limit = readLimit(params, MAX_LIMIT, DEFAULT_LIMIT);
  const offset = readOffset(params, MAX_OFFSET);
  const created = readPeriod(params, 'create_after', 'create_before');
  const updated = readPeriod(params, 'update_after', 'update_before');
  const wanted = readSkuList(params.get('sku_seller_list'));
  const found = [...seller.items.values()].filter(
    (item) =>
      passes(item) &&
      isWithin(item.createdAt, created) &&
      isWithin(item.updatedAt, updated) &&
      (!wanted || item.skus.some((sku) => wanted.has(sku.sellerSku))),
  );
  const page = found.slice(offset, offset + limit);
  const products = page.map((item) => productOnWire(item, platform.clock.now(), params.get('options') === '1'));
  return { data: { total_products: found.length, products } };
}

function getProduct({ platform, seller, params }: SellerCall): ApiBody {
  const itemId = params.get('item_id');
  if (!itemId) throw params.get('seller_sku') ? businessRefusal(200, 'Empty SellerSku') : missingParameter('item_id');
  const item = seller.items.get(Number(itemId));
  if (!item || item.deleted) throw businessRefusal(208, 'Item not exist');
  return { data: productOnWire(item, platform.clock.now(), true) };
}

function readSkuList(text: string | undefined): Set<string> | undefined {
  if (!text) return undefined;
  const list = parseJson(text);
  if (!Array.isArray(list) || list.length > MAX_SKU_LIST || !list.every((entry) => typeof entry === 'string')) {
    throw businessRefusal(70, 'You have corrupt data in your sku seller list.');
  }
  return new Set(list);
}
