import { ControlRefusal } from '../control-refusal';
import { decideCancel, itemsOfReverse } from '../orders/cancel-requests';
import { runDeadlines } from '../orders/deadlines';
import type { Platform } from '../platform';
import type { ReverseOperator, ReverseState } from '../reverse/reverse-order';
import { requestReturn, type ReturnRequest, stepReverse } from '../reverse/step-reverse';
import { itemsOf, orderOf, sellerOf } from './find';
import { orRefuse } from './or-refuse';

/** Returns and wishes to cancel, as the buyer, the carrier and Lazada's judges see them; the seller's part is an API as well. */
export type ReturnControl = {
  /** Of delivered units: all, unless some are named. Returns the reverse order's id. */
  requestReturn(
    request: { sellerId: string; orderId: string; orderItemIds?: string[]; reason?: string } & Partial<
      Omit<ReturnRequest, 'reason'>
    >,
  ): string;
  /** Moves the lines of a reverse order one step on; 409 where that is no step. */
  stepReturn(request: { sellerId: string; reverseOrderId: string; to: ReverseState; operator?: ReverseOperator }): void;
  /** The seller answers a buyer's wish to cancel, as by `/order/reverse/cancel/seller/decide`. */
  decideCancel(request: { sellerId: string; reverseOrderId: string; agree: boolean }): void;
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
      if (reverse.kind === 'CANCEL') throw new ControlRefusal(409, `reverse order ${reverseOrderId} is a cancellation`);
      orRefuse(() => {
        for (const line of reverse.lines) stepReverse(platform, seller, reverse, line, { to, operator });
      });
    },
    decideCancel({ sellerId, reverseOrderId, agree }) {
      const seller = sellerOf(platform, sellerId);
      const target = itemsOfReverse(seller, reverseOrderId);
      if (!target) throw new ControlRefusal(404, `no decision for reverse order ${reverseOrderId}`);
      orRefuse(() => decideCancel(platform, seller, target.order, target.items, agree));
    },
  };
}
