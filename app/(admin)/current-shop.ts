import type { ShopSummary } from '@/src/queries/shell';

export type ShopParam = { shop?: string | string[] };

/** The shop named in the address, else the first; null before the first connection. */
export function currentShop(shops: readonly ShopSummary[], params: ShopParam): ShopSummary | null {
  return shops.find((shop) => shop.connectionId === params.shop) ?? shops[0] ?? null;
}
