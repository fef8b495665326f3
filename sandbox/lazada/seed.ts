import type { Item, Seller, Sku } from './entities';

export type LazadaSeed = { sellers: LazadaSellerSeed[] };
export type LazadaSellerSeed = {
  sellerId: string;
  shortCode: string;
  name: string;
  email: string;
  password: string;
  /** Two letters in lower case; only `vn` sellers can be served by this host. */
  country: string;
  status?: 'ACTIVE' | 'INACTIVE';
  items: LazadaItemSeed[];
};
export type LazadaItemSeed = {
  itemId: number;
  name: string;
  image?: string;
  /** In ms; a month ago unless given. */
  createdAt?: number;
  skus: LazadaSkuSeed[];
};
export type LazadaSkuSeed = {
  skuId: number;
  sellerSku: string;
  price: number;
  sellable: number;
  specialPrice?: number;
  status?: 'active' | 'inactive';
  priceRange?: [number, number];
  campaignLock?: number;
  fulfilledByLazada?: boolean;
  digital?: boolean;
  ownFleet?: boolean;
};

const DEFAULT_IMAGE = 'https://vn-live.slatic.net/p/58a4f48c8e5d526ba0f4ee2150dff8ab.jpg';
/** Seeded products are a month old, so that nothing looks new on the first day. */
const SEED_AGE_MS = 30 * 24 * 3_600_000;

export function sellerFromSeed(seed: LazadaSellerSeed, now: number): Seller {
  const items = seed.items.map((item) => itemFromSeed(item, now - SEED_AGE_MS));
  return {
    sellerId: seed.sellerId,
    shortCode: seed.shortCode,
    name: seed.name,
    email: seed.email,
    password: seed.password,
    country: seed.country.toLowerCase(),
    status: seed.status ?? 'ACTIVE',
    verified: true,
    easeMode: false,
    moreWarehouses: [],
    items: new Map(items.map((item) => [item.itemId, item])),
    skus: new Map(items.flatMap((item) => item.skus.map((sku) => [sku.skuId, sku]))),
    orders: new Map(),
    packages: new Map(),
    reverses: new Map(),
    adjustments: [],
  };
}

export function itemFromSeed(seed: LazadaItemSeed, at: number): Item {
  return {
    itemId: seed.itemId,
    name: seed.name,
    image: seed.image ?? DEFAULT_IMAGE,
    createdAt: seed.createdAt ?? at,
    updatedAt: at,
    deleted: false,
    review: { state: 'approved', reason: '' },
    attributes: {},
    skus: seed.skus.map((sku) => skuFromSeed(seed.itemId, sku)),
  };
}

export function skuFromSeed(itemId: number, seed: LazadaSkuSeed): Sku {
  return {
    skuId: seed.skuId,
    itemId,
    sellerSku: seed.sellerSku,
    status: seed.status ?? 'active',
    price: seed.price,
    specialPrice: seed.specialPrice ?? null,
    specialPeriod: null,
    priceRange: seed.priceRange ?? null,
    campaignLock: seed.campaignLock ?? 0,
    campaignEndsAt: null,
    editLocked: false,
    fulfilledByLazada: seed.fulfilledByLazada ?? false,
    digital: seed.digital ?? false,
    ownFleet: seed.ownFleet ?? false,
    saleProp: {},
    sellable: seed.sellable,
    withheld: 0,
    occupied: 0,
    priceWrites: 0,
    quantityWrites: 0,
  };
}
