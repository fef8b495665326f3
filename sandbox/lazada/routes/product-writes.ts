import { businessRefusal, type RefusalDetail } from '../api-refusal';
import { readSkuPayload, type SkuFields } from '../catalog/sku-payload';
import type { SkuProblem } from '../catalog/sku-problem';
import { type WriteKind, writeSku } from '../catalog/write-sku';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Seller } from '../entities';
import type { ApiBody } from '../envelope';

/** lazada.md §7.1-7.3: one envelope, three meanings of the stock field. */
export const productWriteEndpoints: Endpoint[] = [
  writeEndpoint('/product/price_quantity/update', { stockField: 'Quantity', meaning: 'total', prices: true }),
  writeEndpoint('/product/stock/sellable/update', {
    stockField: 'SellableQuantity',
    meaning: 'sellable',
    prices: false,
  }),
  writeEndpoint('/product/stock/sellable/adjust', { stockField: 'SellableQuantity', meaning: 'delta', prices: false }),
];

function writeEndpoint(path: string, kind: WriteKind): Endpoint {
  return { path, access: 'seller', handle: (call) => writeBatch(call, kind) };
}

/** SKUs without a problem are applied; code 501 lists only the others (lazada.md §7.2). */
function writeBatch({ platform, seller, params }: SellerCall, kind: WriteKind): ApiBody {
  const detail: RefusalDetail[] = [];
  for (const fields of readSkuPayload(params.get('payload'))) {
    const problem = writeSku(seller, fields, kind, platform.clock.now());
    if (problem) detail.push(describe(seller, fields, problem));
  }
  if (detail.length > 0) throw businessRefusal(501, 'Update product failed', detail);
  return { data: {} };
}

/** Names the SKU as the caller did; a SellerSku that was not sent is looked up. */
function describe(seller: Seller, fields: SkuFields, { code, field, message }: SkuProblem): RefusalDetail {
  const itemId = fields.get('ItemId');
  const sellerSku = fields.get('SellerSku') ?? seller.skus.get(Number(fields.get('SkuId')))?.sellerSku;
  return {
    code,
    field,
    ...(itemId === undefined ? {} : { item_id: Number(itemId) }),
    ...(sellerSku === undefined ? {} : { seller_sku: sellerSku }),
    message,
  };
}
