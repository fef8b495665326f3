import type { Org } from './entities/org';
import { stockKey } from './entities/stock';
import type { HaravanLocationSeed, HaravanOrgSeed, HaravanProductSeed, HaravanSeed, HaravanVariantSeed } from './seed';
import type { Store } from './store';

const FIRST_ORDER_NUMBER = 100_001;

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
    variants: new Map(),
    stock: new Map(),
    customers: new Map(),
    orders: new Map(),
    subscriptions: [],
    nextOrderNumber: FIRST_ORDER_NUMBER,
    nextAdjustNumber: FIRST_ORDER_NUMBER,
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
    vendor: seed.vendor ?? 'Khác',
    productType: seed.productType ?? 'Khác',
    tags: seed.tags ?? '',
    image: seed.image ?? null,
    createdAt: now,
    updatedAt: now,
    variantIds: [],
  });
  for (const variant of seed.variants) loadVariant(store, org, seed.id, variant, now);
}

export function loadVariant(store: Store, org: Org, productId: number, seed: HaravanVariantSeed, now: number): void {
  const { id, title, sku, barcode, price, compareAtPrice = 0, tracked, policy } = seed;
  org.variants.set(id, {
    id,
    productId,
    title,
    sku,
    barcode,
    price,
    compareAtPrice,
    tracked,
    policy,
    createdAt: now,
    updatedAt: now,
  });
  org.products.get(productId)?.variantIds.push(id);
  for (const [location, onHand] of Object.entries(seed.stock)) {
    const locationId = Number(location);
    const row = {
      id: store.nextId('stock'),
      locationId,
      variantId: id,
      productId,
      onHand,
      committed: 0,
      updatedAt: now,
    };
    org.stock.set(stockKey(locationId, id), row);
  }
}
