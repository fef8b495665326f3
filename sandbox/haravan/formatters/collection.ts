import type { Collect, Collection } from '../entities/collection';
import { time, timeOrNull } from './time';

/** haravan.md §2.9 */
export function formatCollection(collection: Collection) {
  const { rules, disjunctive } = collection;
  return {
    id: collection.id,
    title: collection.title,
    handle: collection.handle,
    body_html: collection.bodyHtml,
    image: collection.image,
    published: collection.publishedAt !== null,
    published_at: timeOrNull(collection.publishedAt),
    published_scope: collection.publishedScope,
    sort_order: collection.sortOrder,
    template_suffix: collection.templateSuffix,
    updated_at: time(collection.updatedAt),
    ...(collection.kind === 'smart' ? { rules, disjunctive } : {}),
  };
}

export function formatCollect(collect: Collect) {
  return {
    id: collect.id,
    collection_id: collect.collectionId,
    product_id: collect.productId,
    featured: collect.featured,
    position: collect.position,
    sort_value: String(collect.position).padStart(10, '0'),
    created_at: time(collect.createdAt),
    updated_at: time(collect.updatedAt),
  };
}
