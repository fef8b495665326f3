import { ApiRefusal, businessRefusal, type RefusalDetail } from '../api-refusal';
import type { Seller } from '../entities';
import type { DetailShape, Modes } from '../modes';
import type { SkuFields } from './sku-payload';
import type { SkuProblem } from './sku-problem';

export type FailedSku = { fields: SkuFields; problem: SkuProblem };

/** The refusal of a batch: 501 (500 for create) over the failing SKUs, or the first one's own code (lazada.md §7.2-7.4). */
export function batchRefusal(
  umbrella: { code: 500 | 501; text: string },
  seller: Seller,
  failed: readonly [FailedSku, ...FailedSku[]],
  { detailShape, writeErrors }: Modes,
): ApiRefusal {
  const detail = failed.map((one) => shaped(detailShape, describe(seller, one)));
  const [{ problem }] = failed;
  if (writeErrors === 'umbrella') return businessRefusal(umbrella.code, umbrella.text, detail);
  return new ApiRefusal(String(problem.number), 'ISP', problem.message, detail);
}

/** Names the SKU as the caller did; a SellerSku that was not sent is looked up. */
function describe(seller: Seller, { fields, problem: { code, field, message } }: FailedSku): RefusalDetail {
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

function shaped(shape: DetailShape, all: RefusalDetail): RefusalDetail {
  const { code, field, item_id, seller_sku, message } = all;
  switch (shape) {
    case 'all':
      return all;
    case 'seller-sku':
      return { message, seller_sku };
    case 'field':
      return { field, message };
    case 'item':
      return { code, field, item_id, message };
    case 'sku':
      return { sku: seller_sku, code, message };
  }
}
