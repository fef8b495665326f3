import type { Order, OrderItem, Seller } from './entities';

export type SkuPush = {
  itemId: number;
  skus: { skuId: number; sellerSku: string; shopSku: string }[];
  action: SkuAction;
};
export type SkuAction = 'PUBLISHED' | 'EDITED_INSERTED' | 'EDITED_UPDATED' | 'DELETED' | 'EDITED_DELETED';

export type Pushes = {
  /** Type 0, one message per line. */
  itemStatus(seller: Seller, order: Order, item: OrderItem): void;
  /** Types 3, 4 and 5. */
  skus(seller: Seller, push: SkuPush): void;
  /** The console's "Verify": seller 9999, whoever is connected. */
  verify(): void;
};
