import type { Hono } from 'hono';
import { ITEM_STATUSES } from '../item-states';
import { REVERSE_STATES } from '../reverse/reverse-order';
import type { Face } from './face';
import { refuse, wholeNumber } from './press';
import { button } from './seller-button';

/** Steps of orders and returns, and what befalls their money. */
export function addOrderButtons(app: Hono, face: Face): void {
  const { control } = face;
  button(app, face, 'orders/:orderId/advance', 'Đã chuyển trạng thái.', ({ sellerId, param, field }) => {
    const to = ITEM_STATUSES.find((status) => status === field('to')) ?? refuse('không có trạng thái này.');
    const initiator: { initiator?: 'seller' } = to === 'canceled' ? { initiator: 'seller' } : {};
    const items = { orderItemIds: field('items').split(','), reason: field('reason') || undefined };
    control.advanceOrder({ sellerId, orderId: param('orderId'), to, ...items, ...initiator });
  });
  button(app, face, 'orders/:orderId/decide', 'Đã trả lời người mua.', ({ sellerId, field }) =>
    control.decideCancel({ sellerId, reverseOrderId: field('reverse'), agree: field('agree') === 'yes' }),
  );
  button(app, face, 'orders/:orderId/payout', 'Đã đổi việc thanh toán cho shop.', ({ sellerId, param, field }) =>
    control.holdPayout({ sellerId, orderId: param('orderId'), held: field('held') === 'yes' }),
  );
  button(app, face, 'orders/:orderId/charge', 'Đã trừ phí.', ({ sellerId, param, field }) =>
    control.chargeOrder({
      sellerId,
      orderId: param('orderId'),
      feeName: 'Shipping Fee Adjustment',
      amount: -wholeNumber(field('amount'), 'Phí', 1),
    }),
  );
  button(app, face, 'returns/:reverseOrderId', 'Đã chuyển bước trả hàng.', ({ sellerId, param, field }) => {
    const to = REVERSE_STATES.find((state) => state === field('to')) ?? refuse('không có bước này.');
    control.stepReturn({ sellerId, reverseOrderId: param('reverseOrderId'), to });
  });
}
