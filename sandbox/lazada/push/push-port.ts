import type { Item, Order, OrderItem, Package, Seller, Sku } from '../entities';
import type { Reverse, ReverseLine } from '../reverse/reverse-order';

export type SkuPush = {
  itemId: number;
  skus: { skuId: number; sellerSku: string; shopSku: string }[];
  action: SkuAction;
};
export type SkuAction = 'PUBLISHED' | 'EDITED_INSERTED' | 'EDITED_UPDATED' | 'DELETED' | 'EDITED_DELETED';

/** What the platform tells the app by itself (lazada.md §14.2). */
export type Pushes = {
  /** Type 0, one message per line. */
  itemStatus(seller: Seller, order: Order, item: OrderItem): void;
  /** Type 1. */
  review(seller: Seller, item: Item): void;
  /** Types 3, 4 and 5. */
  skus(seller: Seller, push: SkuPush): void;
  /** Type 6. */
  shallowStock(seller: Seller, sku: Sku): void;
  /** Type 8; `expiresAt` in ms. */
  tokenExpires(sellerId: string, expiresAt: number): void;
  /** Type 10. */
  reverse(seller: Seller, reverse: Reverse, line: ReverseLine): void;
  /** Type 13. */
  sellerStatus(seller: Seller): void;
  /** Type 14; `status` as in lazada.md §10.3. */
  fulfillment(seller: Seller, order: Order, parcel: Package, status: string): void;
  /** Any type with any data, for what has no rule here or is not documented. */
  other(sellerId: string, type: number, data: unknown): void;
  /** The console's "Verify": seller 9999, whoever is connected. */
  verify(): void;
};
