import { Refusal, found, refuseField } from '../envelope';
import type { Org } from '../entities/org';
import { DEFAULT_OPTION, type Product } from '../entities/product';
import { formatProduct } from '../formatters/product';
import { remember } from '../history';
import type { Platform } from '../platform';
import { takeHandle } from './handle';
import { addImage } from './images';
import type { ProductChange, ProductDraft } from './product-draft';
import { requireFewTags, splitTags } from './tag-list';
import { touch } from './touch';
import { editVariant, forgetVariant, makeVariant } from './variants';

const MOST_OPTIONS = 3;

/** Nothing is stored when anything in it is refused. */
export function createProduct(platform: Platform, org: Org, draft: ProductDraft): Product {
  const product = blankProduct(platform, org, draft);
  try {
    applyFields(platform, org, product, draft);
    for (const variant of draft.variants ?? [{}]) makeVariant(platform, org, product, variant);
    for (const image of draft.images ?? []) addImage(platform, org, product, image);
  } catch (error) {
    erase(org, product);
    throw error;
  }
  announceProduct(platform, org, product);
  return product;
}

export function announceProduct(platform: Platform, org: Org, product: Product): void {
  tell(platform, org, product, 'create', `Sản phẩm ${product.title} được tạo`);
  platform.events.emit(org, 'products/create', formatProduct(org, product, platform.publicUrl()));
}

function blankProduct({ store, clock }: Platform, org: Org, draft: ProductDraft): Product {
  const names = draft.options?.map(({ name }) => name) ?? optionNames(draft);
  if (names.length > MOST_OPTIONS) throw refuseField('options', `is too long (maximum is ${MOST_OPTIONS})`);
  const now = clock.now();
  const product: Product = {
    id: store.nextId('product'),
    title: draft.title,
    handle: takeHandle(org, draft.handle ?? draft.title),
    bodyHtml: null,
    vendor: 'Khác',
    productType: 'Khác',
    tags: [],
    templateSuffix: 'product',
    publishedAt: now,
    publishedScope: 'global',
    onlyHideFromList: false,
    notAllowPromotion: false,
    options: names.map((name) => ({ id: store.nextId('option'), name })),
    images: [],
    createdAt: now,
    updatedAt: now,
    variantIds: [],
  };
  org.products.set(product.id, product);
  return product;
}

function optionNames({ variants = [] }: ProductDraft): string[] {
  const used = Math.max(0, ...variants.map((v) => [v.option1, v.option2, v.option3].filter(Boolean).length));
  return used === 0 ? [DEFAULT_OPTION] : Array.from({ length: used }, (_, index) => `Thuộc tính ${index + 1}`);
}

/** Partial: what was not sent stays. Variants with an id are changed, others are new; none is removed (haravan.md §2.6). */
export function updateProduct(platform: Platform, org: Org, product: Product, change: ProductChange): void {
  const pairs = (change.variants ?? []).map((draft) => {
    if (draft.id === undefined) return { draft, variant: undefined };
    const variant = product.variantIds.includes(draft.id) ? org.variants.get(draft.id) : undefined;
    return { draft, variant: found(platform.store, variant) };
  });
  allOrNothing(org, product, () => {
    applyFields(platform, org, product, change);
    if (change.title !== undefined) product.title = change.title;
    for (const { draft, variant } of pairs) {
      if (variant) editVariant(platform, org, variant, draft);
      else makeVariant(platform, org, product, draft);
    }
  });
  tell(platform, org, product, 'update', `Sản phẩm ${product.title} được cập nhật`);
  touch(platform, org, product);
}

/** A refusal half-way leaves the product as it was. */
function allOrNothing(org: Org, product: Product, change: () => void): void {
  const variants = product.variantIds.flatMap((id) => org.variants.get(id) ?? []);
  const kept = structuredClone({ product, variants });
  try {
    change();
  } catch (error) {
    for (const id of product.variantIds) org.variants.delete(id);
    for (const variant of kept.variants) org.variants.set(variant.id, variant);
    org.handles.delete(product.handle);
    org.handles.add(kept.product.handle);
    Object.assign(product, kept.product);
    throw error;
  }
}

export function deleteProduct(platform: Platform, org: Org, product: Product): void {
  const body = formatProduct(org, product, platform.publicUrl());
  erase(org, product);
  tell(platform, org, product, 'destroy', `Sản phẩm ${product.title} bị xóa`);
  platform.events.emit(org, 'products/deleted', body);
}

function erase(org: Org, product: Product): void {
  for (const id of product.variantIds) forgetVariant(org, id);
  for (const [id, collect] of org.collects) if (collect.productId === product.id) org.collects.delete(id);
  org.handles.delete(product.handle);
  org.products.delete(product.id);
}

/** `published: false` leaves the web and the scope `pos` (haravan.md §2.6). */
function applyFields({ clock }: Platform, org: Org, product: Product, sent: ProductChange): void {
  if (sent.tags !== undefined) product.tags = [...requireFewTags(splitTags(sent.tags))];
  if (sent.body_html !== undefined) product.bodyHtml = sent.body_html;
  product.vendor = sent.vendor ?? product.vendor;
  product.productType = sent.product_type ?? product.productType;
  product.templateSuffix = sent.template_suffix ?? product.templateSuffix;
  product.onlyHideFromList = sent.only_hide_from_list ?? product.onlyHideFromList;
  product.notAllowPromotion = sent.not_allow_promotion ?? product.notAllowPromotion;
  if (sent.published === false) product.publishedAt = null;
  if (sent.published === true) product.publishedAt ??= clock.now();
  product.publishedScope = sent.published_scope ?? (sent.published === false ? 'pos' : product.publishedScope);
  if (sent.handle !== undefined && sent.handle !== product.handle && org.products.has(product.id)) {
    org.handles.delete(product.handle);
    product.handle = takeHandle(org, sent.handle);
  }
  renameOptions(product, sent.options ?? []);
}

function renameOptions(product: Product, options: NonNullable<ProductChange['options']>): void {
  for (const { id, name } of options) {
    if (id === undefined) continue;
    const option = product.options.find((known) => known.id === id);
    if (!option) throw new Refusal(422, { options: ['is invalid'] });
    option.name = name;
  }
}

function tell(platform: Platform, org: Org, { id }: Product, verb: string, message: string): void {
  remember(platform, org, { subjectType: 'Product', subjectId: id, verb, message });
}
