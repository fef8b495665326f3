import { Refusal } from '../envelope';
import { fulfillableOf, type Order, type OrderLine } from '../entities/order';
import type { Org } from '../entities/org';
import type { Refund } from '../entities/payment';
import { formatRefund } from '../formatters/payment';
import type { Platform } from '../platform';
import { paymentsOf } from './payments';
import { type Shelf, shelfOf } from './shelf';
import { tellOrder } from './told';
import { book, refundTooHigh } from './transactions';

export type RefundDraft = {
  restock: boolean;
  note: string | null;
  lines: readonly { lineId: number; quantity: number }[];
  /** Positive. Nothing to give back: no transaction. */
  amount: number;
};

/** Money back, units given up (haravan.md §2.22). Checks everything before it changes anything. */
export function refund(platform: Platform, org: Org, order: Order, draft: RefundDraft): Refund {
  const { captured, refunded } = paymentsOf(order);
  if (draft.amount > captured - refunded) throw refundTooHigh();
  const parts = draft.lines.map(({ lineId, quantity }) => ({
    line: refundableLine(order, lineId, quantity),
    quantity,
  }));
  const shelf = shelfOf(platform, org, order);
  for (const { line, quantity } of parts) giveUp(order, line, quantity, draft.restock, shelf);
  shelf.done();
  const { store, clock } = platform;
  const made: Refund = {
    id: store.nextId('refund'),
    orderId: order.id,
    createdAt: clock.now(),
    note: draft.note,
    restock: draft.restock,
    locationId: order.locationId,
    lines: draft.lines.map((line) => ({ id: store.nextId('refundLine'), ...line })),
    transactions: draft.amount > 0 ? [book(platform, org, order, 'refund', -draft.amount)] : [],
  };
  order.refunds.push(made);
  tellOrder(platform, org, order, 'refund', `Hoàn trả ${draft.amount.toLocaleString('vi-VN')} ₫`);
  platform.events.emit(org, 'refunds/create', formatRefund(org, order, made));
  return made;
}

function refundableLine(order: Order, lineId: number, quantity: number): OrderLine {
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) throw new Refusal(422, 'Sản phẩm không thuộc đơn hàng');
  if (quantity > line.quantity - line.refunded) throw new Refusal(422, 'Số lượng hoàn trả không hợp lệ');
  return line;
}

/** Units that have not left go first; then, if they are to be restocked, units that did come back. */
function giveUp(order: Order, line: OrderLine, quantity: number, restock: boolean, shelf: Shelf): void {
  const unsent = Math.min(quantity, fulfillableOf(line));
  line.removed += unsent;
  line.refunded += quantity;
  shelf.release(line, unsent, restock);
  if (!restock) return;
  line.restocked += unsent;
  restockSent(order, line, quantity - unsent, shelf);
}

function restockSent(order: Order, line: OrderLine, units: number, shelf: Shelf): void {
  let left = units;
  for (const { lines, locationId, status } of order.fulfillments) {
    for (const part of lines) {
      if (part.lineId !== line.id || status === 'cancelled') continue;
      const back = Math.min(left, part.quantity - part.restocked);
      shelf.takeBack(line, part, back, locationId);
      left -= back;
    }
  }
}
