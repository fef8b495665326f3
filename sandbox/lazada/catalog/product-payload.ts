import { businessRefusal } from '../api-refusal';
import { dig, isTree, readPayload, scalarsOf } from './payload-tree';
import { type SkuFields, skusOf } from './sku-payload';

/** What `/product/create` and `/product/update` say about a product; the reference names few fields of it (§6, §7.4). */
export type ProductDraft = {
  itemId: number | undefined;
  category: string | undefined;
  spuId: string | undefined;
  image: string | undefined;
  attributes: ReadonlyMap<string, string>;
  skus: { fields: SkuFields; saleProp: Record<string, string> }[];
};

/** In these two payloads figures have names in lower case; the rules know them by those of the price APIs. */
const FIGURES: Record<string, string> = {
  price: 'Price',
  quantity: 'Quantity',
  special_price: 'SalePrice',
  special_from_date: 'SaleStartDate',
  special_to_date: 'SaleEndDate',
};

/** Codes 30 and 5 as for every payload; without SKUs it is malformed. */
export function readProductPayload(text: string | undefined): ProductDraft {
  const payload = readPayload(text);
  const product = dig(payload, 'Request', 'Product');
  if (!isTree(product)) throw businessRefusal(5, 'Invalid Request Format');
  const own = scalarsOf(product);
  const attributes = product.Attributes;
  const sale = saleProps(product);
  return {
    itemId: own.has('ItemId') ? Number(own.get('ItemId')) : undefined,
    category: own.get('PrimaryCategory'),
    spuId: own.get('SPUId'),
    image: firstImage(dig(product, 'Images', 'Image')),
    attributes: isTree(attributes) ? scalarsOf(attributes) : new Map(),
    skus: skusOf(payload).map((fields, index) => ({ fields: renamed(fields), saleProp: sale[index] ?? {} })),
  };
}

function renamed(fields: SkuFields): SkuFields {
  return new Map([...fields].map(([name, value]) => [FIGURES[name] ?? name, value]));
}

function saleProps(product: Record<string, unknown>): Record<string, string>[] {
  const skus = dig(product, 'Skus', 'Sku');
  const list: unknown[] = Array.isArray(skus) ? skus : [skus];
  return list.map((sku) => {
    const props = dig(sku, 'saleProp');
    return isTree(props) ? Object.fromEntries(scalarsOf(props)) : {};
  });
}

function firstImage(images: unknown): string | undefined {
  const [first] = Array.isArray(images) ? (images as unknown[]) : [images];
  return typeof first === 'string' && first !== '' ? first : undefined;
}
