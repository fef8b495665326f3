import { ControlRefusal } from '../control-refusal';
import { runDeadlines } from '../orders/deadlines';
import type { Platform } from '../platform';
import type { ReverseOperator, ReverseState } from '../reverse/reverse-order';
import { requestReturn, type ReturnRequest, stepReverse } from '../reverse/step-reverse';
import { itemsOf, orderOf, sellerOf } from './find';
import { orRefuse } from './or-refuse';

/** Returns as the buyer, the carrier and Lazada's judges see them; the seller's part is an API as well. */
export type ReturnControl = {
  /** Of delivered units: all, unless some are named. Returns the reverse order's id. */
  requestReturn(
    request: { sellerId: string; orderId: string; orderItemIds?: string[]; reason?: string } & Partial<
      Omit<ReturnRequest, 'reason'>
    >,
  ): string;
  /** Moves the lines of a reverse order one step on; 409 where that is no step. */
  stepReturn(request: { sellerId: string; reverseOrderId: string; to: ReverseState; operator?: ReverseOperator }): void;
};

export function createReturnControl(platform: Platform): ReturnControl {
  return {
    requestReturn({ sellerId, orderId, orderItemIds, kind = 'RETURN', returnTo, reason = 'Không đúng mô tả' }) {
      runDeadlines(platform);
      const seller = sellerOf(platform, sellerId);
      const order = orderOf(seller, orderId);
      const items = itemsOf(order, orderItemIds);
      return orRefuse(() => requestReturn(platform, seller, order, items, { kind, returnTo, reason })).reverseOrderId;
    },
    stepReturn({ sellerId, reverseOrderId, to, operator = 'system' }) {
      const seller = sellerOf(platform, sellerId);
      const reverse = seller.reverses.get(reverseOrderId);
      if (!reverse) throw new ControlRefusal(404, `no reverse order ${reverseOrderId} in this shop`);
      orRefuse(() => {
        for (const line of reverse.lines) stepReverse(platform, seller, reverse, line, { to, operator });
      });
    },
  };
}
