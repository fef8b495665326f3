import type { CarrierStatus, CodStatus, Fulfillment, FulfillmentLine } from '../entities/fulfillment';
import type { Org } from '../entities/org';
import type { Order } from '../entities/order';
import { decimal } from './decimal';
import { formatOrderLine } from './order-line';
import { time } from './time';

/** haravan.md §5.1 */
export const CARRIER_STATUS_NAMES: Record<CarrierStatus, string> = {
  pending: 'Chờ xử lý',
  readytopick: 'Chờ lấy hàng',
  picking: 'Đang đi lấy',
  delivering: 'Đang giao hàng',
  notmeetcustomer: 'Không gặp khách',
  waitingforreturn: 'Chờ chuyển hoàn',
  delivered: 'Đã giao hàng',
  cancel: 'Hủy giao hàng',
  return: 'Chuyển hoàn',
};

/** haravan.md §5.2 */
export const COD_STATUS_NAMES: Record<CodStatus, string> = {
  none: 'Không',
  codpending: 'Chưa nhận',
  codpaid: 'Đã thu',
  codreceipt: 'Đã nhận',
  codnotreceipt: 'Không nhận',
};

const STAMPS = [
  'ready_to_pick_date',
  'picking_date',
  'delivering_date',
  'delivered_date',
  'return_date',
  'not_meet_customer_date',
  'waiting_for_return_date',
  'cod_pending_date',
  'cod_paid_date',
  'cod_receipt_date',
  'cod_not_receipt_date',
  'cancel_date',
];

/** What only a carrier that is integrated with Haravan fills in; `longtitude` is Haravan's spelling. */
const CARRIER_MEMBERS = [
  ...['shipping_package', 'carrier_service_package', 'carrier_service_package_name', 'carrier_service_code'],
  ...['is_new_service_package', 'coupon_code', 'is_view_before', 'boxme_servicecode', 'transport_type', 'sort_code'],
  ...['is_drop_off', 'is_insurance', 'insurance_price', 'is_open_box', 'request_id', 'request_mode'],
  ...['carrier_options', 'carrier_id', 'carrier_shop_id', 'sender_name', 'sender_phone', 'address'],
  ...['from_longtitude', 'from_latitude', 'to_longtitude', 'to_latitude', 'first_name', 'last_name'],
  ...['shipping_address', 'shipping_phone', 'province', 'province_code', 'district', 'district_code'],
  ...['ward', 'ward_code', 'country', 'country_code', 'zip_code', 'city'],
];

/** haravan.md §2.19 */
export function formatFulfillment(org: Org, order: Order, fulfillment: Fulfillment) {
  const { trackingCompany, trackingNumber, trackingUrl, stamps } = fulfillment;
  const location = org.locations.find(({ id }) => id === fulfillment.locationId);
  return {
    created_at: time(fulfillment.createdAt),
    id: fulfillment.id,
    order_id: fulfillment.orderId,
    receipt: null,
    status: fulfillment.status,
    tracking_company: trackingCompany,
    tracking_company_code: trackingCompany ? 'external' : null,
    tracking_numbers: trackingNumber ? [trackingNumber] : [],
    tracking_number: trackingNumber,
    tracking_url: trackingUrl,
    tracking_urls: trackingUrl ? [trackingUrl] : [],
    updated_at: time(fulfillment.updatedAt),
    line_items: fulfillment.lines.flatMap((line) => formatLine(org, order, line)),
    notify_customer: fulfillment.notifyCustomer,
    note: fulfillment.note,
    location_id: fulfillment.locationId,
    location_name: location?.name ?? null,
    carrier_status_code: fulfillment.carrierStatus,
    carrier_status_name: CARRIER_STATUS_NAMES[fulfillment.carrierStatus],
    carrier_cod_status_code: fulfillment.codStatus,
    carrier_cod_status_name: COD_STATUS_NAMES[fulfillment.codStatus],
    cod_amount: decimal(fulfillment.codAmount),
    ...Object.fromEntries(STAMPS.map((name) => [name, stamps[name] === undefined ? null : time(stamps[name])])),
    real_shipping_fee: decimal(0),
    shipping_notes: null,
    total_weight: decimal(0),
    package_length: 0,
    package_width: 0,
    package_height: 0,
    ...Object.fromEntries(CARRIER_MEMBERS.map((name) => [name, null])),
    note_attributes: [],
  };
}

/** These lines speak Vietnamese where the order's own lines have codes. */
function formatLine(org: Org, order: Order, { lineId, quantity, restocked }: FulfillmentLine) {
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) return [];
  const fulfillment_status = restocked >= quantity ? 'Nhập kho' : 'Đã hoàn thành';
  const variant_inventory_management = line.tracked ? 'haravan' : null;
  const vietnamese = { fulfillment_service: 'Thủ công', fulfillment_status, variant_inventory_management };
  return [{ ...formatOrderLine(org, line), quantity, ...vietnamese }];
}
