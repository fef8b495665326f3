import { itemState, readItemStatus } from '@/src/domain/order/item-status';
import { type ActionClient, type ActionWork, DONE, DONE_BEFORE, refuse } from './action-job';

/**
 * The merchant's answer to a buyer who wants to cancel (lazada.md §12.2). The order is read first: an answer that was given already,
 * here or on Seller Center, is not given again.
 */
export function createCancelDecision(lazada: ActionClient, agree: boolean): ActionWork {
  return async (auth, { lazadaOrderId }) => {
    const items = await lazada.getOrderItems(auth, lazadaOrderId);
    const asked = items.filter((item) => item.needCancelConfirm).flatMap((item) => item.reverseOrderId ?? []);
    if (asked.length > 0) {
      for (const reverseOrderId of new Set(asked)) await lazada.decideCancel(auth, { reverseOrderId, agree });
      return DONE;
    }
    const isCanceled = items.some(
      (item) => item.isCancelPending || itemState(readItemStatus(item.status)) === 'canceled',
    );
    if (agree) return isCanceled ? DONE_BEFORE : refuse('no_cancel_request', '');
    return isCanceled ? refuse('canceled_already', '') : DONE_BEFORE;
  };
}
