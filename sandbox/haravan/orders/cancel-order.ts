import { Refusal } from '../envelope';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { paymentsOf } from './payments';
import { refund } from './refund';
import { tellOrder } from './told';

export const CANCEL_REASONS = ['customer', 'inventory', 'fraud', 'declined', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export type CancelDraft = {
  reason?: CancelReason;
  /** Default: all that was paid and not given back. */
  amount?: number;
  restock: boolean;
  note?: string;
  ignoreFulfillments: boolean;
};

/** The note that an unexplained cancellation gets (haravan.md §2.18). */
const REASON_NOTES: Record<CancelReason, string> = {
  customer: 'Khách hủy',
  inventory: 'Hết hàng',
  fraud: 'Đơn hàng giả mạo',
  declined: 'Từ chối thanh toán',
  other: 'Khác',
};

/**
 * haravan.md §2.18: a refund record is always appended; an unpaid order stays `pending`.
 * All units are given up, whichever the body names: a canceled order holds no stock.
 */
export function cancelOrder(platform: Platform, org: Org, order: Order, draft: CancelDraft): void {
  if (order.canceledAt !== null) throw new Refusal(422, 'Đơn hàng đã hủy');
  const reason = draft.reason ?? (draft.amount === undefined ? 'customer' : 'other');
  const { captured, refunded } = paymentsOf(order);
  const left = order.lines.filter((line) => line.quantity > line.refunded);
  refund(platform, org, order, {
    restock: draft.restock,
    note: draft.note ?? REASON_NOTES[reason],
    lines: left.map((line) => ({ lineId: line.id, quantity: line.quantity - line.refunded })),
    amount: draft.amount ?? captured - refunded,
  });
  const now = platform.clock.now();
  if (!draft.ignoreFulfillments) cancelShipments(order, now);
  order.canceledAt = now;
  order.cancelReason = reason;
  if (platform.store.modes.voidsUnpaid && captured === 0) order.voided = true;
  tellOrder(platform, org, order, 'cancelled', `Đơn hàng bị hủy: ${draft.note ?? REASON_NOTES[reason]}`);
}

function cancelShipments(order: Order, now: number): void {
  for (const fulfillment of order.fulfillments) {
    fulfillment.carrierStatus = 'cancel';
    fulfillment.stamps.cancel_date = now;
    fulfillment.updatedAt = now;
  }
}
