import type { HaravanOrgSeed, HaravanSeed, HaravanVariantSeed } from '@/sandbox/haravan/seed';
import type { LazadaSeed, LazadaSellerSeed } from '@/sandbox/lazada/seed';

/** One merchant with two shops and one with a single shop share the app. */
export const TENANTS = [
  { orgId: '200000111111', shop: 'hoa-mai', prefix: 1, sellers: ['200012345678', '200099999999'] },
  { orgId: '200000222222', shop: 'gio-lanh', prefix: 2, sellers: ['200077777777'] },
] as const;

/** Codes that barcodes and SellerSkus are drawn from; few, so that they meet and clash. */
export const CODES = [
  'AO-DEN-M',
  'AO-DO-M',
  'QUAN-L',
  'GIAY-41',
  'GIAY-42',
  'NÓN-LÁ',
  'TUI-01',
  'VO-03',
  'KHAN-9',
  'THUA-1',
];

const VARIANTS_A_PRODUCT = [2, 1, 2, 1, 1];

export const locationsOf = (prefix: number) => [prefix * 1000 + 1, prefix * 1000 + 2, prefix * 1000 + 3];

function variant(prefix: number, at: number): HaravanVariantSeed {
  const [main = 0, north = 0] = locationsOf(prefix);
  return {
    id: prefix * 1_000_000 + at + 1,
    title: `Cỡ ${at + 1}`,
    barcode: CODES[at] ?? null,
    sku: `SKU-${at}`,
    price: 100_000 + at * 10_000,
    tracked: at !== 5,
    policy: at === 3 ? 'continue' : 'deny',
    stock: { [main]: 8 + at, ...(at % 2 === 0 ? { [north]: 3 } : {}) },
  };
}

function org({ orgId, shop, prefix }: (typeof TENANTS)[number]): HaravanOrgSeed {
  const [main = 0, north = 0, road = 0] = locationsOf(prefix);
  let at = 0;
  const products = VARIANTS_A_PRODUCT.map((count, product) => ({
    id: prefix * 100_000 + product + 1,
    title: `Sản phẩm ${product + 1}`,
    variants: Array.from({ length: count }, () => variant(prefix, at++)),
  }));
  return {
    ...{ orgId, shop, name: shop, products },
    users: [
      { id: `${prefix}1`, email: `chu${prefix}@example.vn`, password: 'Mat-khau-1', name: 'Chủ', role: ['admin'] },
    ],
    locations: [
      { id: main, name: 'Kho chính', isPrimary: true },
      { id: north, name: 'Kho Hà Nội' },
      { id: road, name: 'Đi đường', type: 'ontheroad' },
    ],
  };
}

function seller(sellerId: string, prefix: number, shopAt: number): LazadaSellerSeed {
  const sku = (at: number) => ({
    skuId: prefix * 10_000_000 + shopAt * 100_000 + at + 1,
    sellerSku: CODES[at] ?? `X-${at}`,
    price: 90_000 + at * 10_000,
    sellable: at,
  });
  return {
    ...{ sellerId, shortCode: `VN${prefix}${shopAt}`, name: `Shop ${prefix}-${shopAt}`, country: 'vn' },
    ...{ email: `ban${prefix}${shopAt}@example.vn`, password: 'Mat-khau-1' },
    items: [0, 2, 4, 6].map((first, at) => ({
      itemId: prefix * 20_000_000 + shopAt * 100_000 + at + 1,
      name: `Hàng ${at + 1}`,
      skus: [sku(first), sku(first + 1)],
    })),
  };
}

export const haravanSeed = (): HaravanSeed => ({ orgs: TENANTS.map(org) });

export const lazadaSeed = (): LazadaSeed => ({
  sellers: TENANTS.flatMap(({ sellers, prefix }) => sellers.map((sellerId, at) => seller(sellerId, prefix, at))),
});
