import { takeHandle } from './catalog/handle';
import { DEFAULT_OPTION, DEFAULT_VALUE, type ProductImage, type VariantUnit } from './entities/product';
import type { Org } from './entities/org';
import { stockKey } from './entities/stock';
import type { HaravanLocationSeed, HaravanOrgSeed, HaravanProductSeed, HaravanSeed, HaravanVariantSeed } from './seed';
import type { Store } from './store';

const FIRST_NUMBER = 100_001;
const OPTION_NAMES = ['Màu sắc', 'Kích thước', 'Chất liệu'];

/** Fills an empty store. */
export function loadSeed(store: Store, seed: HaravanSeed, now: number): void {
  for (const orgSeed of seed.orgs) store.orgs.set(orgSeed.orgId, loadOrg(store, orgSeed, now));
}

function loadOrg(store: Store, seed: HaravanOrgSeed, now: number): Org {
  const org: Org = {
    orgId: seed.orgId,
    shop: seed.shop,
    name: seed.name,
    createdAt: now,
    users: seed.users.map((user) => ({ ...user, role: [...user.role] })),
    installed: false,
    locations: seed.locations.map((location) => loadLocation(location, now)),
    products: new Map(),
    handles: new Set(),
    variants: new Map(),
    stock: new Map(),
    customers: new Map(),
    orders: new Map(),
    adjustments: new Map(),
    transfers: new Map(),
    collections: new Map(),
    collects: new Map(),
    loose: new Map(),
    history: [],
    subscriptions: [],
    appSubscriptions: [],
    nextOrderNumber: FIRST_NUMBER,
    nextAdjustNumber: FIRST_NUMBER,
    nextTransferNumber: FIRST_NUMBER,
  };
  for (const product of seed.products) loadProduct(store, org, product, now);
  return org;
}

function loadLocation(seed: HaravanLocationSeed, now: number): Org['locations'][number] {
  const { id, name, isPrimary = false, type = 'default', isUnavailableQuantity = false } = seed;
  return { id, name, isPrimary, type, isUnavailableQuantity, createdAt: now };
}

/** Also how a product is created later. Default vendor and type are Haravan's "Khác" (haravan.md §2.6). */
export function loadProduct(store: Store, org: Org, seed: HaravanProductSeed, now: number): void {
  org.products.set(seed.id, {
    id: seed.id,
    title: seed.title,
    handle: takeHandle(org, seed.title),
    bodyHtml: null,
    vendor: seed.vendor ?? 'Khác',
    productType: seed.productType ?? 'Khác',
    tags: (seed.tags ?? '').split(',').filter(Boolean),
    templateSuffix: 'product',
    publishedAt: now,
    publishedScope: 'global',
    onlyHideFromList: false,
    notAllowPromotion: false,
    options: optionNames(seed).map((name) => ({ id: store.nextId('option'), name })),
    images: seed.image ? [imageOf(store, seed.image, now)] : [],
    createdAt: now,
    updatedAt: now,
    variantIds: [],
  });
  for (const variant of seed.variants) loadVariant(store, org, seed.id, variant, now);
}

function optionNames({ options, variants }: HaravanProductSeed): string[] {
  if (options) return options;
  const [first] = variants;
  if (!first || first.title === DEFAULT_VALUE) return [DEFAULT_OPTION];
  return first.title.split(' / ').map((_, index) => OPTION_NAMES[index] ?? `Thuộc tính ${index + 1}`);
}

export function imageOf(store: Store, src: string, now: number, filename = src.split('/').pop() ?? ''): ProductImage {
  return { id: store.nextId('image'), src, filename, variantIds: [], createdAt: now, updatedAt: now };
}

export function loadVariant(store: Store, org: Org, productId: number, seed: HaravanVariantSeed, now: number): void {
  const { id, title, sku, barcode, price, compareAtPrice = 0, tracked, policy, grams = 0 } = seed;
  org.variants.set(id, {
    id,
    productId,
    options: title.split(' / '),
    sku,
    barcode,
    price,
    compareAtPrice,
    grams,
    taxable: true,
    requiresShipping: true,
    imageId: null,
    tracked,
    policy,
    units: loadUnits(store, seed),
    createdAt: now,
    updatedAt: now,
  });
  org.products.get(productId)?.variantIds.push(id);
  for (const [location, onHand] of Object.entries(seed.stock)) {
    const [rowId, locationId] = [store.nextId('stock'), Number(location)];
    const figures = { onHand, committed: 0, incoming: 0, updatedAt: now };
    org.stock.set(stockKey(locationId, id), { id: rowId, locationId, variantId: id, productId, ...figures });
  }
}

/** With other units the goods themselves are the base unit. */
function loadUnits(store: Store, { units = [], barcode, sku, price }: HaravanVariantSeed): VariantUnit[] {
  if (units.length === 0) return [];
  const base = { unit: 'Cái', ratio: 1, barcode, sku, price };
  return [base, ...units].map((unit, index) => ({
    id: store.nextId('unit'),
    base: index === 0,
    sellable: true,
    ...unit,
  }));
}
