import type { Reverse, ReverseLine } from '../reverse/reverse-order';
import { apiStatus, ofcStatus } from '../reverse/reverse-words';

/** A reverse order of `/reverse/getreverseordersforseller`; amounts are whole đồng in Vietnam (lazada.md §12.3). */
export function reverseOnWire(reverse: Reverse): Record<string, unknown> {
  return {
    ...header(reverse),
    reverse_order_lines: reverse.lines.map((line) => ({
      ...lineOnWire(reverse, line),
      product: { product_id: String(line.item.itemId), product_sku: line.item.sellerSku },
      buyer: { buyer_id: Number(reverse.order.buyer.buyerId) },
    })),
  };
}

/** The same under other names, as `/order/reverse/return/detail/list` has it. */
export function reverseDetailOnWire(reverse: Reverse): Record<string, unknown> {
  return {
    ...header(reverse),
    reverseOrderLineDTOList: reverse.lines.map((line) => ({
      ...lineOnWire(reverse, line),
      productDTO: { product_id: String(line.item.itemId), sku: line.item.sellerSku },
      buyer: { user_id: Number(reverse.order.buyer.buyerId) },
    })),
  };
}

function header({ reverseOrderId, order, kind, returnTo }: Reverse): Record<string, unknown> {
  return {
    reverse_order_id: Number(reverseOrderId),
    trade_order_id: Number(order.orderId),
    request_type: kind,
    is_rtm: kind === 'RETURN' && returnTo === 'RTM',
    shipping_type: kind === 'RETURN' ? 'PICK_UP' : '',
  };
}

function lineOnWire(reverse: Reverse, line: ReverseLine): Record<string, unknown> {
  const { item } = line;
  return {
    reverse_order_line_id: Number(line.reverseLineId),
    trade_order_line_id: Number(item.orderItemId),
    reverse_status: apiStatus(reverse, line.state),
    ofc_status: ofcStatus(line.state),
    reason_code: '',
    reason_text: reverse.reason,
    refund_amount: line.refundAmount,
    refund_payment_method: reverse.order.paymentMethod,
    is_need_refund: line.refundAmount > 0,
    is_dispute: line.history.some(({ state }) => state === 'disputed'),
    whqc_decision: '',
    item_unit_price: item.itemPrice,
    seller_sku_id: item.sellerSku,
    platform_sku_id: String(item.skuId),
    tracking_number: line.trackingNumber,
    receiver_address: '',
    sla: '',
    trade_order_gmt_create: reverse.order.createdAt,
    return_order_line_gmt_create: line.createdAt,
    return_order_line_gmt_modified: line.updatedAt,
  };
}
