import { ControlRefusal } from '../control-refusal';
import type { ReviewState } from '../entities';
import type { Platform } from '../platform';
import { sellerOf } from './find';

export type SellerState = {
  status?: 'ACTIVE' | 'INACTIVE';
  verified?: boolean;
  easeMode?: boolean;
  moreWarehouses?: string[];
};

/** What Lazada decides about a shop and its products. */
export type ShopControl = {
  /** A changed `status` is told by push type 13. */
  setSellerStatus(request: { sellerId: string } & SellerState): void;
  /** Quality control speaks (push type 1). */
  reviewItem(request: { sellerId: string; itemId: number; state: ReviewState; reason?: string }): void;
};

export function createShopControl(platform: Platform): ShopControl {
  return {
    setSellerStatus({ sellerId, status, verified, easeMode, moreWarehouses }) {
      const seller = sellerOf(platform, sellerId);
      const changed = status !== undefined && status !== seller.status;
      seller.status = status ?? seller.status;
      seller.verified = verified ?? seller.verified;
      seller.easeMode = easeMode ?? seller.easeMode;
      seller.moreWarehouses = moreWarehouses ?? seller.moreWarehouses;
      if (changed) platform.pushes.sellerStatus(seller);
    },
    reviewItem({ sellerId, itemId, state, reason = '' }) {
      const seller = sellerOf(platform, sellerId);
      const item = seller.items.get(itemId);
      if (!item) throw new ControlRefusal(404, `no item ${itemId} in this shop`);
      item.review = { state, reason };
      item.updatedAt = platform.clock.now();
      platform.pushes.review(seller, item);
    },
  };
}
