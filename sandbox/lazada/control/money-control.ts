import type { Platform } from '../platform';
import { orderOf, sellerOf } from './find';

/** What goes wrong with money (spec R10.16): a charge that no rule explains, a payout that does not come. */
export type MoneyControl = {
  /** `amount` in đồng, negative when taken from the seller; without an item it concerns the order's first. */
  chargeOrder(request: {
    sellerId: string;
    orderId: string;
    orderItemId?: string;
    feeName: string;
    amount: number;
  }): void;
  /** While held, an order's lines stay unpaid. */
  holdPayout(request: { sellerId: string; orderId: string; held: boolean }): void;
};

export function createMoneyControl(platform: Platform): MoneyControl {
  return {
    chargeOrder({ sellerId, orderId, orderItemId, feeName, amount }) {
      const seller = sellerOf(platform, sellerId);
      const [first] = orderOf(seller, orderId).items;
      const at = platform.clock.now();
      seller.adjustments.push({ orderId, orderItemId: orderItemId ?? first?.orderItemId ?? '', feeName, amount, at });
    },
    holdPayout({ sellerId, orderId, held }) {
      orderOf(sellerOf(platform, sellerId), orderId).payoutHeld = held;
    },
  };
}
