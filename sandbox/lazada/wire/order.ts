import type { Order } from '../entities';
import type { Modes } from '../modes';
import { addressOnWire, type DistrictKey } from './address';
import { maskText } from './mask';
import { shopTime } from './shop-time';

/** Which of the two order endpoints is asked: they differ in one key and in how they write times. */
export type OrderView = 'list' | 'single';

const DISTRICT_KEY: Record<OrderView, DistrictKey> = { list: 'addressDsitrict', single: 'addressDistrict' };

/** An order header with the types of live captures (lazada.md §9.5, §9.7, §9.8). Items are not part of it. */
export function orderOnWire(order: Order, modes: Modes, view: OrderView): Record<string, unknown> {
  const naive = view === 'list' && modes.naiveListDates;
  const mask = modes.masking ? modes.maskStyle : null;
  const address = addressOnWire(order.buyer, mask, DISTRICT_KEY[view]);
  return {
    order_id: Number(order.orderId),
    order_number: Number(order.orderId),
    statuses: [...new Set(order.items.map((item) => item.status))],
    items_count: order.items.length,
    created_at: shopTime(order.createdAt, naive),
    updated_at: shopTime(order.updatedAt, naive),
    address_updated_at: '',
    ...moneyOnWire(order),
    payment_method: order.paymentMethod,
    customer_first_name: mask ? maskText(order.buyer.name, mask) : order.buyer.name,
    customer_last_name: '',
    gift_option: false,
    gift_message: '',
    remarks: '',
    buyer_note: '',
    national_registration_number: '',
    tax_code: '',
    branch_number: '',
    promised_shipping_times: '',
    warehouse_code: 'dropshipping',
    delivery_info: '',
    extra_attributes: '',
    recipient_info: { passport_no: '', identify_no: '', detail_address: address.address1 },
    need_cancel_confirm: order.items.some((item) => item.cancelRequest?.agreed === false),
    is_cancel_pending: order.items.some((item) => item.cancelRequest?.agreed === true),
    address_shipping: address,
    address_billing: address,
  };
}

/** `price` is a string, the sum of items before vouchers and shipping; `shipping_fee` is net (lazada.md §9.5). */
function moneyOnWire(order: Order): Record<string, unknown> {
  const price = order.items.reduce((sum, item) => sum + item.itemPrice, 0);
  return {
    price: price.toFixed(2),
    voucher: order.voucherSeller + order.voucherPlatform,
    voucher_platform: order.voucherPlatform,
    voucher_seller: order.voucherSeller,
    voucher_code: '',
    shipping_fee: order.shippingFee,
    shipping_fee_original: order.shippingFee + order.shippingFeePlatformDiscount,
    shipping_fee_discount_platform: order.shippingFeePlatformDiscount,
    shipping_fee_discount_seller: 0,
  };
}
