import type { Org } from './entities/org';
import type { Product, Variant } from './entities/product';
import { found } from './envelope';
import { formatProduct } from './formatters/product';
import { loadProduct, loadVariant } from './load';
import type { Platform } from './platform';
import type { HaravanProductSeed, HaravanVariantSeed } from './seed';

export type VariantChange = {
  title?: string;
  sku?: string;
  barcode?: string | null;
  price?: number;
  compare_at_price?: number;
  inventory_policy?: 'deny' | 'continue';
  /** Null or blank: not tracked. */
  inventory_management?: string | null;
};

export function addProduct(
  platform: Platform,
  org: Org,
  seed: Omit<HaravanProductSeed, 'id'> & { id?: number },
): Product {
  const id = seed.id ?? platform.store.nextId('product');
  loadProduct(platform.store, org, { ...seed, id }, platform.clock.now());
  const product = found(platform.store, org.products.get(id));
  platform.events.emit(org, 'products/create', formatProduct(org, product, platform.publicUrl()));
  return product;
}

export function addVariant(
  platform: Platform,
  org: Org,
  product: Product,
  seed: Omit<HaravanVariantSeed, 'id'> & { id?: number },
): Variant {
  const id = seed.id ?? platform.store.nextId('variant');
  loadVariant(platform.store, org, product.id, { ...seed, id }, platform.clock.now());
  touch(platform, org, product);
  return found(platform.store, org.variants.get(id));
}

export function changeVariant(platform: Platform, org: Org, variant: Variant, change: VariantChange): void {
  variant.title = change.title ?? variant.title;
  variant.sku = change.sku ?? variant.sku;
  variant.price = change.price ?? variant.price;
  variant.compareAtPrice = change.compare_at_price ?? variant.compareAtPrice;
  variant.policy = change.inventory_policy ?? variant.policy;
  if (change.barcode !== undefined) variant.barcode = change.barcode;
  if (change.inventory_management !== undefined) variant.tracked = change.inventory_management === 'haravan';
  variant.updatedAt = platform.clock.now();
  const product = org.products.get(variant.productId);
  if (product) touch(platform, org, product);
}

export function deleteVariant(platform: Platform, org: Org, variant: Variant): void {
  forgetVariant(org, variant.id);
  const product = org.products.get(variant.productId);
  if (!product) return;
  product.variantIds = product.variantIds.filter((id) => id !== variant.id);
  touch(platform, org, product);
}

export function deleteProduct(platform: Platform, org: Org, product: Product): void {
  const body = formatProduct(org, product, platform.publicUrl());
  for (const id of product.variantIds) forgetVariant(org, id);
  org.products.delete(product.id);
  platform.events.emit(org, 'products/deleted', body);
}

function touch(platform: Platform, org: Org, product: Product): void {
  product.updatedAt = platform.clock.now();
  platform.events.emit(org, 'products/update', formatProduct(org, product, platform.publicUrl()));
}

function forgetVariant(org: Org, variantId: number): void {
  org.variants.delete(variantId);
  for (const [key, row] of org.stock) if (row.variantId === variantId) org.stock.delete(key);
}
