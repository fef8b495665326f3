import { expectedPrice } from '@/tests/oracle/expected-price';
import type { HaravanOrg, HaravanVariant } from '@/tests/oracle/raw-haravan';
import type { LazadaSeller } from '@/tests/oracle/raw-lazada';

const FAR_TOO_MUCH = 20;

export type Goods = {
  /** On Lazada at whatever price. */
  free: HaravanVariant[];
  /** Their prices are refused from the start, and any above this one are as well. */
  refused: { variantId: number; price: number }[];
};

/**
 * What merchants and buyers play with. SKUs of which Lazada takes some prices and refuses others are left alone: from the end
 * alone the oracle cannot tell what was right to write before.
 */
export function goodsOf(org: HaravanOrg, seller: LazadaSeller): Goods {
  const skus = seller.items.flatMap((item) => item.skus);
  const variants = org.products.flatMap((product) => product.variants).filter(({ barcode }) => barcode);
  const skuOf = (variant: HaravanVariant) => skus.find(({ sellerSku }) => sellerSku === variant.barcode);
  const limited = variants.flatMap((variant) => {
    const sku = skuOf(variant);
    if (!sku?.priceRange || expectedPrice(variant, sku).kind !== 'refused') return [];
    return [{ variantId: variant.id, price: FAR_TOO_MUCH * Math.max(sku.price, Number(variant.price)) }];
  });
  const isFree = (variant: HaravanVariant) => {
    const sku = skuOf(variant);
    return sku !== undefined && sku.priceRange === null && sku.specialPrice === null;
  };
  return { free: variants.filter(isFree), refused: limited };
}
