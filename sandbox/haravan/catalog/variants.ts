import { Refusal } from '../envelope';
import type { Org } from '../entities/org';
import { DEFAULT_VALUE, type Product, type Variant, variantTitle } from '../entities/product';
import type { Platform } from '../platform';
import type { VariantDraft } from './product-draft';
import { touch } from './touch';

const MOST_VARIANTS = 100;

/** A new variant at the end of the product, without an event. */
export function makeVariant({ store, clock }: Platform, org: Org, product: Product, draft: VariantDraft): Variant {
  const options = optionsOf(draft, product);
  requirePlace(org, product, options);
  const now = clock.now();
  const variant: Variant = {
    id: store.nextId('variant'),
    productId: product.id,
    options,
    sku: '',
    barcode: null,
    price: 0,
    compareAtPrice: 0,
    grams: 0,
    taxable: true,
    requiresShipping: true,
    imageId: null,
    tracked: false,
    policy: 'deny',
    units: [],
    createdAt: now,
    updatedAt: now,
  };
  apply(variant, draft);
  org.variants.set(variant.id, variant);
  product.variantIds.push(variant.id);
  return variant;
}

export function createVariant(platform: Platform, org: Org, product: Product, draft: VariantDraft): Variant {
  const variant = makeVariant(platform, org, product, draft);
  touch(platform, org, product);
  return variant;
}

/** Without an event. */
export function editVariant({ clock }: Platform, org: Org, variant: Variant, draft: VariantDraft): void {
  const product = org.products.get(variant.productId);
  const wanted = [draft.option1, draft.option2, draft.option3];
  const options = variant.options.map((value, index) => wanted[index] ?? value);
  if (product && options.join() !== variant.options.join()) requirePlace(org, product, options);
  variant.options = draft.title === undefined ? options : draft.title.split(' / ');
  apply(variant, draft);
  variant.updatedAt = clock.now();
}

export function changeVariant(platform: Platform, org: Org, variant: Variant, draft: VariantDraft): void {
  editVariant(platform, org, variant, draft);
  const product = org.products.get(variant.productId);
  if (product) touch(platform, org, product);
}

export function deleteVariant(platform: Platform, org: Org, variant: Variant): void {
  forgetVariant(org, variant.id);
  const product = org.products.get(variant.productId);
  if (!product) return;
  product.variantIds = product.variantIds.filter((id) => id !== variant.id);
  for (const image of product.images) image.variantIds = image.variantIds.filter((id) => id !== variant.id);
  touch(platform, org, product);
}

export function forgetVariant(org: Org, variantId: number): void {
  org.variants.delete(variantId);
  for (const [key, row] of org.stock) if (row.variantId === variantId) org.stock.delete(key);
}

/** A field that was not sent stays; null empties a barcode, and null or blank ends the counting of stock. */
function apply(variant: Variant, draft: VariantDraft): void {
  variant.sku = draft.sku ?? variant.sku;
  variant.price = draft.price ?? variant.price;
  variant.compareAtPrice = draft.compare_at_price ?? variant.compareAtPrice;
  variant.grams = draft.grams ?? variant.grams;
  variant.policy = draft.inventory_policy ?? variant.policy;
  variant.taxable = draft.taxable ?? variant.taxable;
  variant.requiresShipping = draft.requires_shipping ?? variant.requiresShipping;
  if (draft.barcode !== undefined) variant.barcode = draft.barcode;
  if (draft.image_id !== undefined) variant.imageId = draft.image_id;
  if (draft.inventory_management !== undefined) variant.tracked = draft.inventory_management === 'haravan';
}

function optionsOf(draft: VariantDraft, product: Product): string[] {
  const sent = [draft.option1, draft.option2, draft.option3];
  return product.options.map((_, index) => sent[index] ?? DEFAULT_VALUE);
}

/** At most 100, each with options of its own; the text of the second refusal is Shopify's (haravan.md §2.6). */
function requirePlace(org: Org, product: Product, options: readonly string[]): void {
  if (product.variantIds.length >= MOST_VARIANTS) throw new Refusal(422, `Tối đa chỉ được ${MOST_VARIANTS} biến thể`);
  const title = options.join(' / ');
  const isTaken = product.variantIds.some((id) => {
    const other = org.variants.get(id);
    return other !== undefined && variantTitle(other) === title;
  });
  if (isTaken) throw new Refusal(422, { base: [`The variant '${title}' already exists.`] });
}
