import type { Tx } from '@/src/db/client';

const DEFAULT_TITLE = /^default title$/iu;

/** `Áo thun – Đỏ / M` by variant id; a product without variants is named alone. */
export async function readVariantNames(tx: Tx, variantIds: readonly string[]): Promise<Map<string, string>> {
  const variants = await tx.variant.findMany({ where: { variantId: { in: [...variantIds] } } });
  const productIds = variants.map((variant) => variant.productId);
  const products = await tx.product.findMany({ where: { productId: { in: productIds } } });
  const titles = new Map(products.map((product) => [product.productId, product.title]));
  return new Map(
    variants.map(({ variantId, productId, title }) => {
      const product = titles.get(productId) ?? '';
      return [variantId, DEFAULT_TITLE.test(title) ? product : `${product} – ${title}`];
    }),
  );
}
