import type { Org } from '../entities/org';
import type { Product, ProductImage } from '../entities/product';
import { time, timeOrNull, timeWithoutZone } from './time';
import { formatVariant } from './variant';

/** haravan.md §2.6 */
export function formatProduct(org: Org, product: Product, publicUrl: string) {
  const { id, bodyHtml } = product;
  return {
    body_html: bodyHtml,
    body_plain: bodyHtml?.replace(/<[^>]*>/g, '') ?? null,
    created_at: time(product.createdAt),
    handle: product.handle,
    id,
    images: product.images.map((image) => formatImage(product, image, publicUrl)),
    product_type: product.productType,
    published_at: timeOrNull(product.publishedAt),
    published_scope: product.publishedScope,
    tags: product.tags.join(','),
    template_suffix: product.templateSuffix,
    title: product.title,
    updated_at: time(product.updatedAt),
    variants: product.variantIds.flatMap((variantId) => {
      const variant = org.variants.get(variantId);
      return variant ? [formatVariant(org, product, variant)] : [];
    }),
    vendor: product.vendor,
    options: product.options.map((option, index) => ({ ...option, position: index + 1, product_id: id })),
    only_hide_from_list: product.onlyHideFromList,
    not_allow_promotion: product.notAllowPromotion,
  };
}

/** haravan.md §2.8. A path is served by this server. */
export function formatImage(product: Product, image: ProductImage, publicUrl: string) {
  return {
    id: image.id,
    product_id: product.id,
    position: product.images.indexOf(image) + 1,
    src: image.src.startsWith('/') ? `${publicUrl}${image.src}` : image.src,
    filename: image.filename,
    variant_ids: image.variantIds,
    created_at: timeWithoutZone(image.createdAt),
    updated_at: timeWithoutZone(image.updatedAt),
  };
}
