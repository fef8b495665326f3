import { html } from 'hono/html';
import type { CarrierStatus } from '../entities/fulfillment';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { CARRIER_STATUS_NAMES } from '../formatters/fulfillment';
import { orderFulfillmentStatus } from '../orders/fulfillment-status';
import { type FinancialStatus, financialStatus } from '../orders/payments';

type Tone = '' | 'good' | 'warn' | 'bad' | 'info';
type Words = readonly [label: string, tone: Tone];

/** haravan.md §5.3 */
const MONEY: Record<FinancialStatus, Words> = {
  pending: ['Chưa thanh toán', 'warn'],
  authorized: ['Đã ủy quyền', 'info'],
  partiallypaid: ['Đã thanh toán một phần', 'warn'],
  paid: ['Đã thanh toán', 'good'],
  partially_refunded: ['Đã nhập trả một phần', 'warn'],
  refunded: ['Đã nhập trả', 'bad'],
  voided: ['Đã hủy', 'bad'],
};

const CARRIER_TONES: Record<CarrierStatus, Tone> = {
  pending: '',
  readytopick: 'info',
  picking: 'info',
  delivering: 'info',
  notmeetcustomer: 'warn',
  waitingforreturn: 'warn',
  delivered: 'good',
  cancel: 'bad',
  return: 'bad',
};

export const pill = ([label, tone]: Words) => html`<span class="pill ${tone}">${label}</span>`;

export const moneyPill = (order: Order) => pill(MONEY[financialStatus(order)]);

/** The state of the latest shipment; without one, Chưa giao hàng (haravan.md §5.1). */
export function deliveryPill(order: Order) {
  const latest = order.fulfillments.filter(({ status }) => status === 'success').at(-1);
  if (!latest) return pill(['Chưa giao hàng', '']);
  const isPart = orderFulfillmentStatus(order) === 'partial';
  return html`${carrierPill(latest.carrierStatus)}${isPart ? html` ${pill(['Một phần', 'warn'])}` : ''}`;
}

export const carrierPill = (status: CarrierStatus) => pill([CARRIER_STATUS_NAMES[status], CARRIER_TONES[status]]);

export function statePill({ canceledAt, closedAt, confirmedAt }: Order) {
  if (canceledAt !== null) return pill(['Đã hủy', 'bad']);
  if (closedAt !== null) return pill(['Lưu trữ', '']);
  return confirmedAt === null ? pill(['Chưa xác thực', 'warn']) : pill(['Đã xác thực', 'good']);
}

/** `---` stands for nobody known (haravan.md §7). */
export function buyerOf(org: Org, order: Order): string {
  const address = order.shippingAddress;
  const named = address && [address.last_name, address.first_name].filter(Boolean).join(' ');
  const customer = org.customers.get(order.customerId);
  const known = customer && [customer.lastName, customer.firstName].filter(Boolean).join(' ');
  return named || String(address?.name ?? '') || known || '---';
}
