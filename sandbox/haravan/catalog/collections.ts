import { z } from 'zod';
import { flag, optional, text } from '../body';
import { refuseField } from '../envelope';
import type { Collection } from '../entities/collection';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { formatCollection } from '../formatters/collection';
import { slug } from './handle';

const fields = {
  title: optional(text),
  handle: optional(text),
  body_html: z.string().nullish(),
  image: optional(z.object({ src: z.string() })),
  published: optional(flag),
  published_scope: optional(text),
  sort_order: optional(text),
  template_suffix: optional(text),
  rules: optional(z.array(z.object({ column: text, relation: text, condition: text }))),
  disjunctive: optional(flag),
};

/** haravan.md §2.9 */
export const collectionDraft = z.object(fields);
export type CollectionDraft = z.infer<typeof collectionDraft>;

export function createCollection(platform: Platform, org: Org, kind: Collection['kind'], draft: CollectionDraft) {
  if (draft.title === undefined) throw refuseField('title', "can't be blank");
  if (kind === 'smart' && !draft.rules?.length) throw refuseField('rules', "can't be blank");
  const now = platform.clock.now();
  const collection: Collection = {
    id: platform.store.nextId('collection'),
    kind,
    title: draft.title,
    handle: slug(draft.handle ?? draft.title),
    bodyHtml: null,
    image: null,
    publishedAt: now,
    publishedScope: 'web',
    sortOrder: 'manual',
    templateSuffix: null,
    rules: [],
    disjunctive: false,
    createdAt: now,
    updatedAt: now,
  };
  apply(collection, draft, now);
  org.collections.set(collection.id, collection);
  platform.events.emit(org, 'collections/create', formatCollection(collection));
  return collection;
}

export function changeCollection(platform: Platform, org: Org, collection: Collection, draft: CollectionDraft): void {
  collection.title = draft.title ?? collection.title;
  collection.updatedAt = platform.clock.now();
  apply(collection, draft, collection.updatedAt);
  platform.events.emit(org, 'collections/update', formatCollection(collection));
}

export function deleteCollection(platform: Platform, org: Org, collection: Collection): void {
  org.collections.delete(collection.id);
  for (const [id, { collectionId }] of org.collects) if (collectionId === collection.id) org.collects.delete(id);
  platform.events.emit(org, 'collections/delete', formatCollection(collection));
}

function apply(collection: Collection, draft: CollectionDraft, now: number): void {
  if (draft.handle !== undefined) collection.handle = slug(draft.handle);
  if (draft.body_html !== undefined) collection.bodyHtml = draft.body_html;
  if (draft.published !== undefined) collection.publishedAt = draft.published ? (collection.publishedAt ?? now) : null;
  collection.image = draft.image ?? collection.image;
  collection.publishedScope = draft.published_scope ?? collection.publishedScope;
  collection.sortOrder = draft.sort_order ?? collection.sortOrder;
  collection.templateSuffix = draft.template_suffix ?? collection.templateSuffix;
  if (collection.kind === 'custom') return;
  collection.rules = draft.rules ?? collection.rules;
  collection.disjunctive = draft.disjunctive ?? collection.disjunctive;
}
