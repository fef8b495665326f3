import type { Org } from '../entities/org';
import type { Product } from '../entities/product';
import { time } from './time';
import { formatVariant } from './variant';

/** haravan.md §2.6 */
export function formatProduct(org: Org, product: Product, publicUrl: string) {
  return {
    body_html: null,
    body_plain: null,
    created_at: time(product.createdAt),
    handle: handleOf(product.title),
    id: product.id,
    images: formatImages(product, publicUrl),
    product_type: product.productType,
    published_at: time(product.createdAt),
    published_scope: 'global',
    tags: product.tags,
    template_suffix: 'product',
    title: product.title,
    updated_at: time(product.updatedAt),
    variants: product.variantIds.flatMap((id) => {
      const variant = org.variants.get(id);
      return variant ? [formatVariant(org, product, variant)] : [];
    }),
    vendor: product.vendor,
    options: formatOptions(org, product),
    only_hide_from_list: false,
    not_allow_promotion: false,
  };
}

/** A path is served by this server. */
function formatImages({ id, image, createdAt, updatedAt }: Product, publicUrl: string) {
  if (!image) return [];
  const src = image.startsWith('/') ? `${publicUrl}${image}` : image;
  const [filename = ''] = image.split('/').slice(-1);
  const times = { created_at: time(createdAt), updated_at: time(updatedAt) };
  return [{ id: id * 10 + 1, product_id: id, position: 1, src, filename, variant_ids: [], ...times }];
}

function formatOptions(org: Org, { id, variantIds }: Product) {
  const first = org.variants.get(variantIds[0] ?? 0);
  const values = first?.title === 'Default Title' ? ['Title'] : (first?.title.split(' / ') ?? ['Title']);
  const names = values.length === 1 && values[0] === 'Title' ? ['Title'] : ['Màu sắc', 'Kích thước', 'Chất liệu'];
  return values.map((_, index) => ({ id: id * 10 + index, name: names[index], position: index + 1, product_id: id }));
}

function handleOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
