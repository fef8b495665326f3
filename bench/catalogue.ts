import type { HaravanOrgSeed, HaravanProductSeed, HaravanSeed } from '@/sandbox/haravan/seed';
import type { LazadaItemSeed, LazadaSeed, LazadaSellerSeed } from '@/sandbox/lazada/seed';

/** `firstSkus`: how many the first shop has, when it is not like the others. */
export type CatalogueSize = { shops: number; skusPerShop: number; firstSkus?: number };
export type Shop = { org: HaravanOrgSeed; seller: LazadaSellerSeed };

export const VARIANTS_PER_PRODUCT = 4;
const LOCATION = 620_001;
const PASSWORD = 'Mat-khau-1';
/** Lazada begins with other figures than Haravan, so that every one must be sent. */
const PRICE_APART = 1_000;
const UNITS_APART = 7;
/** One after the other, as a seller makes them: Lazada's lists of more than 10 000 are cut by time of creation (lazada.md §6.1). */
const FIRST_ITEM_AT = Date.UTC(2025, 0, 1);
const BETWEEN_ITEMS_MS = 600_000;

const code = (shop: number, sku: number) => `BENCH-${shop}-${sku}`;
const priceOf = (sku: number) => 50_000 + (sku % 400) * 1_000;
const unitsOf = (sku: number) => 10_000 + (sku % 90);

/** Consecutive SKU numbers of each product. */
function products(count: number): number[][] {
  const skus = Array.from({ length: count }, (_, sku) => sku);
  return Array.from({ length: Math.ceil(count / VARIANTS_PER_PRODUCT) }, (_, product) =>
    skus.slice(product * VARIANTS_PER_PRODUCT, (product + 1) * VARIANTS_PER_PRODUCT),
  );
}

function haravanProduct(shop: number, product: number, skus: number[]): HaravanProductSeed {
  const base = shop * 1_000_000;
  return {
    id: 1_040_000_000 + base + product,
    title: `Áo thun mẫu ${product}`,
    variants: skus.map((sku) => ({
      id: 1_090_000_000 + base + sku,
      title: `Màu ${sku % VARIANTS_PER_PRODUCT}`,
      barcode: code(shop, sku),
      sku: code(shop, sku),
      price: priceOf(sku),
      tracked: true,
      policy: 'deny',
      stock: { [LOCATION]: unitsOf(sku) },
    })),
  };
}

function lazadaItem(shop: number, item: number, skus: number[]): LazadaItemSeed {
  const base = shop * 1_000_000;
  return {
    itemId: 2_400_000_000 + base + item,
    name: `Áo thun mẫu ${item}`,
    createdAt: FIRST_ITEM_AT + item * BETWEEN_ITEMS_MS,
    skus: skus.map((sku) => ({
      skuId: 11_900_000_000 + base + sku,
      sellerSku: code(shop, sku),
      price: priceOf(sku) + PRICE_APART,
      sellable: unitsOf(sku) + UNITS_APART,
    })),
  };
}

function buildShop(size: CatalogueSize, shop: number): Shop {
  const goods = products(shop === 0 ? (size.firstSkus ?? size.skusPerShop) : size.skusPerShop);
  const email = `chu-${shop}@example.vn`;
  return {
    org: {
      orgId: String(200_000_000_001 + shop),
      shop: `bench-${shop}`,
      name: `Cửa hàng ${shop}`,
      users: [{ id: String(1_000 + shop), email, password: PASSWORD, name: 'Nguyễn An', role: ['admin'] }],
      locations: [{ id: LOCATION, name: 'Kho Hồ Chí Minh', isPrimary: true }],
      products: goods.map((skus, product) => haravanProduct(shop, product, skus)),
    },
    seller: {
      sellerId: String(200_012_000_000 + shop),
      shortCode: `VN${shop}`,
      name: `Gian hàng ${shop}`,
      email,
      password: PASSWORD,
      country: 'vn',
      items: goods.map((skus, item) => lazadaItem(shop, item, skus)),
    },
  };
}

/** Shops whose goods are all on both sides, each with its own codes; the same for the same size. */
export function buildShops(size: CatalogueSize): Shop[] {
  return Array.from({ length: size.shops }, (_, shop) => buildShop(size, shop));
}

export const haravanSeed = (shops: readonly Shop[]): HaravanSeed => ({ orgs: shops.map(({ org }) => org) });
export const lazadaSeed = (shops: readonly Shop[]): LazadaSeed => ({ sellers: shops.map(({ seller }) => seller) });

export type Figures = { sellerSku: string; price: number; quantity: number };

/** What Lazada must show once everything was pushed. */
export function expectedFigures({ org }: Shop): Figures[] {
  return org.products.flatMap(({ variants }) =>
    variants.map(({ sku, price, stock }) => ({ sellerSku: sku, price, quantity: stock[LOCATION] ?? 0 })),
  );
}
