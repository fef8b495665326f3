import type { Address } from '../entities/customer';
import type { Org } from '../entities/org';
import type { Order } from '../entities/order';
import { orderFulfillmentStatus } from '../orders/fulfillment-status';
import { financialStatus } from '../orders/payments';
import { subtotalPrice, totalPrice } from '../orders/totals';
import { formatAddress, formatCustomer } from './customer';
import { decimal } from './decimal';
import { formatFulfillment } from './fulfillment';
import { formatOrderLine } from './order-line';
import { formatRefund, formatTransactionInOrder } from './payment';
import { time, timeOrNull } from './time';

/** The whole order as answers and webhooks carry it (haravan.md §2.14). */
export function formatOrder(org: Org, order: Order) {
  return {
    ...formatIdentity(order),
    ...formatStates(order),
    ...formatMoney(order),
    ...formatParties(org, order),
    ...formatOrigin(org, order),
    note: order.note,
    note_attributes: order.noteAttributes,
    tags: order.tags.join(','),
    line_items: order.lines.map((line) => formatOrderLine(org, line)),
    fulfillments: order.fulfillments.map((fulfillment) => formatFulfillment(org, order, fulfillment)),
    refunds: order.refunds.map((refund) => formatRefund(org, order, refund)),
    transactions: order.transactions.map(formatTransactionInOrder),
  };
}

/** `number` equals `id`; `order_number` equals `name`. */
function formatIdentity({ id, name, token, cartToken, createdAt, updatedAt }: Order) {
  return {
    id,
    number: id,
    name,
    order_number: name,
    token,
    cart_token: cartToken,
    checkout_token: cartToken,
    created_at: time(createdAt),
    updated_at: time(updatedAt),
  };
}

function formatStates(order: Order) {
  return {
    financial_status: financialStatus(order),
    fulfillment_status: orderFulfillmentStatus(order),
    confirmed_status: order.confirmedAt === null ? 'unconfirmed' : 'confirmed',
    cancelled_status: order.canceledAt === null ? 'uncancelled' : 'cancelled',
    closed_status: order.closedAt === null ? 'unclosed' : 'closed',
    confirmed_at: timeOrNull(order.confirmedAt),
    confirm_user: order.confirmUser,
    cancelled_at: timeOrNull(order.canceledAt),
    cancel_reason: order.cancelReason,
    closed_at: timeOrNull(order.closedAt),
    order_processing_status: order.confirmedAt === null ? null : 'confirmed',
  };
}

function formatMoney(order: Order) {
  return {
    currency: 'VND',
    subtotal_price: decimal(subtotalPrice(order)),
    total_line_items_price: decimal(subtotalPrice(order)),
    total_discounts: decimal(order.totalDiscounts),
    total_price: decimal(totalPrice(order)),
    total_tax: decimal(0),
    total_weight: decimal(0),
    tax_lines: null,
    taxes_included: false,
    discount_codes: order.discountCodes.map(({ code, amount }) => ({
      amount: decimal(amount),
      code,
      type: 'fixed_amount',
      is_coupon_code: false,
    })),
    discount_applications: [],
    shipping_lines: order.shippingLines.map((line) => ({ ...line, price: decimal(line.price) })),
  };
}

/** Only the billing address has an id and a mark of default (haravan.md §2.14). */
function shippingAddress(address: Address): Address {
  const { id: _id, default: _default, ...members } = formatAddress(address);
  return members;
}

function formatParties(org: Org, order: Order) {
  const customer = org.customers.get(order.customerId);
  return {
    customer: customer ? formatCustomer(customer) : null,
    email: order.email,
    contact_email: order.email,
    billing_address: order.billingAddress && formatAddress(order.billingAddress, true),
    shipping_address: order.shippingAddress && shippingAddress(order.shippingAddress),
    browser_ip: null,
    buyer_accepts_marketing: false,
    client_details: {},
  };
}

function formatOrigin(org: Org, order: Order) {
  const location = org.locations.find(({ id }) => id === order.locationId);
  const assigned = org.locations.find(({ id }) => id === order.assigned?.locationId);
  return {
    source: order.source,
    source_name: order.sourceName,
    gateway: order.gateway,
    gateway_code: order.gatewayCode,
    landing_site: null,
    landing_site_ref: order.landingSiteRef,
    referring_site: null,
    processing_method: null,
    payment_url: null,
    device_id: null,
    user_id: order.userId,
    location_id: order.locationId,
    location_name: location?.name ?? null,
    assigned_location_id: order.assigned?.locationId ?? null,
    assigned_location_name: assigned?.name ?? null,
    assigned_location_at: timeOrNull(order.assigned?.at ?? null),
    ref_order_id: null,
    ref_order_number: null,
    ref_order_date: null,
    prev_order_id: null,
    prev_order_number: null,
    prev_order_date: null,
    risk_level: null,
    utm_source: null,
    utm_medium: null,
    utm_campaign: null,
  };
}
