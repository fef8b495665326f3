import type { Order, OrderItem, Package, Seller } from '../entities';
import { SHIPMENT_PROVIDER } from '../orders/packing';
import { endOfShopDay, shopTime } from './shop-time';
import { shopSkuOf } from './product';

/** `/order/items/get` and `/orders/items/get` spell one key differently (lazada.md §9.6). */
export type ItemView = 'one-order' | 'many-orders';

const GIFT_KEY: Record<ItemView, string> = {
  'one-order': 'show_giftwrapping_tag',
  'many-orders': 'show_gift_wrapping_tag',
};

/** One unit, with the fields and types of the live VN capture (lazada.md §9.8) and what came after it. */
export function orderItemOnWire(
  seller: Seller,
  order: Order,
  item: OrderItem,
  view: ItemView,
): Record<string, unknown> {
  return {
    ...identity(seller, order, item),
    ...state(order, item),
    ...money(order, item),
    ...shipping(item, order, seller.packages.get(item.packageId)),
    ...cancellation(item),
    ...ALWAYS_THE_SAME,
    [GIFT_KEY[view]]: false,
  };
}

function identity(seller: Seller, order: Order, item: OrderItem): Record<string, unknown> {
  return {
    order_item_id: Number(item.orderItemId),
    order_id: Number(order.orderId),
    buyer_id: Number(order.buyer.buyerId),
    shop_id: seller.name,
    sku: item.sellerSku,
    shop_sku: shopSkuOf(item),
    sku_id: String(item.skuId),
    product_id: String(item.itemId),
    name: item.name,
    variation: '',
    product_main_image: item.image,
    product_detail_url: `https://www.lazada.vn/products/i${item.itemId}-s${item.skuId}.html?urlFlag=true&mp=1`,
  };
}

function state(order: Order, item: OrderItem): Record<string, unknown> {
  return {
    status: item.status,
    created_at: shopTime(order.createdAt),
    updated_at: shopTime(item.statusAt),
    payment_time: order.paidAt === null ? '' : String(order.paidAt),
    stage_pay_status: item.status === 'unpaid' ? 'unpaid' : '',
    return_status: item.status === 'returned' ? 'returned' : '',
    is_fbl: item.fulfilledByLazada ? 1 : 0,
    is_digital: item.digital ? 1 : 0,
    invoice_number: item.invoiceNumber,
  };
}

function money(order: Order, item: OrderItem): Record<string, unknown> {
  const voucher = item.voucherSeller + item.voucherPlatform;
  return {
    item_price: item.itemPrice,
    paid_price: item.itemPrice - voucher,
    voucher_amount: voucher,
    voucher_seller: item.voucherSeller,
    voucher_platform: item.voucherPlatform,
    voucher_seller_lpi: 0,
    voucher_platform_lpi: 0,
    voucher_code: '',
    voucher_code_seller: '',
    voucher_code_platform: '',
    shipping_amount: item.shippingAmount,
    shipping_fee_original: item.shippingAmount + item.shippingDiscountPlatform,
    shipping_fee_discount_platform: item.shippingDiscountPlatform,
    shipping_fee_discount_seller: 0,
    shipping_service_cost: 0,
    wallet_credits: 0,
    tax_amount: 0,
    currency: 'VND',
    order_type: 'Normal',
    order_flag: 'NORMAL',
    sla_time_stamp: endOfShopDay(order.createdAt, 2),
  };
}

function shipping(item: OrderItem, order: Order, parcel: Package | undefined): Record<string, unknown> {
  const handOver = shopTime(order.createdAt + 86_400_000, true);
  return {
    shipping_type: item.fulfilledByLazada ? 'Warehouse' : 'Dropshipping',
    shipping_provider_type: item.digital ? 'digital' : item.ownFleet ? 'seller_own_fleet' : 'standard',
    shipment_provider: parcel?.shipmentProvider ?? SHIPMENT_PROVIDER,
    package_id: item.packageId,
    tracking_code: item.trackingCode,
    tracking_code_pre: '',
    fulfillment_sla: `Bàn giao ĐVVC trước ${handOver}`,
    priority_fulfillment_tag: 'LEX_SERVICE',
    promised_shipping_time: '',
    warehouse_code: item.fulfilledByLazada ? 'VN10FBL-WH-10001' : 'dropshipping',
    delivery_option_sof: item.ownFleet ? 1 : 0,
  };
}

function cancellation(item: OrderItem): Record<string, unknown> {
  return {
    reason: item.reason,
    reason_detail: '',
    cancel_return_initiator: item.cancelInitiator || 'null-null',
    need_cancel_confirm: item.cancelRequest?.agreed === false,
    is_cancel_pending: item.cancelRequest?.agreed === true,
    cancel_trigger_time: item.cancelRequest ? String(item.cancelRequest.autoCancelAt) : '',
    reverse_order_id: item.reverseOrderId,
  };
}

const ALWAYS_THE_SAME = {
  pick_up_store_info: {},
  purchase_order_id: '',
  purchase_order_number: '',
  gift_wrapping: '',
  personalization: '',
  show_personalization_tag: false,
  is_reroute: 0,
  digital_delivery_info: '',
  extra_attributes: '',
  supply_price: '',
  supply_price_currency: '',
  mp3_order: false,
  semi_managed: false,
  biz_group: '70100',
  schedule_delivery_start_timeslot: '',
  schedule_delivery_end_timeslot: '',
  can_escalate_pickup: false,
};
