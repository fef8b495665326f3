import type { Model, ModelShop } from '../engine/model';
import { orgOf, type Order, type OrderItem, sellerOf, type Sku, type Variant } from '../oracle/books';
import { CODES, TENANTS } from '../engine/world-seed';

/** An index into whatever there is; nothing when there is nothing. */
export function at<T>(from: readonly T[], index: number): T | undefined {
  return from.length === 0 ? undefined : from[index % from.length];
}

export const tenantAt = (index: number) => at(TENANTS, index) ?? TENANTS[0];

export function shopAt({ shops }: Model, index: number): ModelShop {
  const shop = at(shops, index);
  if (!shop) throw new Error('no shop');
  return shop;
}

export const variantAt = ({ books }: Model, orgId: string, index: number): Variant | undefined =>
  at([...orgOf(books, orgId).variants.values()], index);

export const productIds = ({ books }: Model, orgId: string): number[] => [...orgOf(books, orgId).products.keys()];

export const skuAt = ({ books }: Model, sellerId: string, index: number): Sku | undefined =>
  at([...sellerOf(books, sellerId).skus.values()], index);

/** Null: the code is taken away. */
export const codeAt = (index: number): string | null => CODES[index % (CODES.length + 1)] ?? null;

/** The latest orders that still move: older ones have had their turns. */
export function orderAt(
  { books }: Model,
  sellerId: string,
  index: number,
  fits: (order: Order) => boolean,
): Order | undefined {
  const orders = [...sellerOf(books, sellerId).orders.values()].slice(-40);
  return at(orders.filter(fits), index);
}

/** What travels together: the items of one parcel in one status, or those that lie loose. */
export function parcelOf(order: Order, index: number, moves: (item: OrderItem) => boolean): OrderItem[] {
  const first = at(order.items.filter(moves), index);
  if (!first) return [];
  return order.items.filter((item) => item.packageId === first.packageId && item.status === first.status);
}
