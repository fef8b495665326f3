import type { LazadaCancelReason } from '@/src/clients/lazada/cancel';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import { itemState, readItemStatus } from '@/src/domain/order/item-status';
import type { ActionRecord } from '../ports/actions';
import { type ActionClient, type ActionWork, DONE, DONE_BEFORE, refuse } from './action-job';

const stateOf = (item: LazadaOrderItem) => itemState(readItemStatus(item.status));
/** A seller may cancel until the parcel leaves (lazada.md §10.2). */
export const mayStillCancel = (item: LazadaOrderItem) =>
  ['in_flight_only', 'pending', 'ready_to_ship'].includes(stateOf(item));

const isGone = (item: LazadaOrderItem) => stateOf(item) === 'canceled' || item.isCancelPending;

/** Names are compared as people read them; ids differ per order (design §6). */
const readable = (name: string) => name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');

export function reasonNamed(reasons: readonly LazadaCancelReason[], name: string): LazadaCancelReason | undefined {
  return reasons.find((reason) => readable(reason.name) === readable(name));
}

/** Hủy đơn hàng: Lazada is asked whether and why it may be canceled, then told. What is canceled already is not canceled again. */
export function createCancellation(lazada: ActionClient): ActionWork {
  return async (auth, { lazadaOrderId, orderItemIds, reasonName }: ActionRecord) => {
    const items = await lazada.getOrderItems(auth, lazadaOrderId);
    // Without a reason: only Haravan is to follow what is canceled on Lazada already (R4.5).
    if (reasonName === null) return items.some(isGone) ? DONE_BEFORE : refuse('nothing_to_cancel', '');
    const chosen = items.filter((item) => orderItemIds.length === 0 || orderItemIds.includes(item.orderItemId));
    const open = chosen.filter((item) => mayStillCancel(item) && !item.isCancelPending);
    const isUnderWay = chosen.some(isGone);
    if (open.length === 0) {
      return isUnderWay
        ? DONE_BEFORE
        : refuse('nothing_to_cancel', [...new Set(items.map((item) => item.status))].join(', '));
    }
    const ids = open.map((item) => item.orderItemId);
    const options = await lazada.validateCancel(auth, lazadaOrderId, ids);
    if (options.tipType === 'error' || options.reasons.length === 0) return refuse('cannot_cancel', options.tip ?? '');
    const reason = reasonNamed(options.reasons, reasonName);
    if (!reason) return refuse('reason_not_offered', options.reasons.map(({ name }) => name).join(', '));
    await lazada.cancelItems(auth, lazadaOrderId, ids, reason.reasonId);
    return DONE;
  };
}
