import { Refusal, found } from '../envelope';
import { type Customer, GUEST_EMAIL } from '../entities/customer';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { createCustomer, findBy, guestOf } from '../customers/customers';
import { formatOrder } from '../formatters/order';
import type { Platform } from '../platform';
import { availableAt, defaultLocationId } from '../stock';
import { confirm } from './confirm';
import { linesOf } from './draft-lines';
import { fulfill } from './fulfill';
import { orderFulfillmentStatus } from './fulfillment-status';
import type { OrderDraft } from './order-draft';
import { financialStatus } from './payments';
import { shelfOf } from './shelf';
import { tellOrder } from './told';
import { totalPrice } from './totals';
import { book } from './transactions';

/** haravan.md §2.16. Nothing is stored when anything in it is refused. */
export function createOrder(platform: Platform, org: Org, draft: OrderDraft): Order {
  const locationId = locationOf(platform, org, draft.location_id);
  const shipFrom = locationOf(platform, org, draft.fulfillments?.[0]?.location_id ?? locationId);
  const lines = linesOf(platform, org, draft.line_items);
  if (platform.store.modes.refuseOutOfStock) requireStock(org, locationId, lines);
  const customer = customerOf(platform, org, draft);
  const order = blankOrder(platform, org, draft, { locationId, lines, customer });
  org.orders.set(order.id, order);
  remember(customer, order);
  const shelf = shelfOf(platform, org, order);
  for (const line of lines) shelf.commit(line, line.quantity);
  shelf.done();
  if (draft.is_confirm) confirm(platform, org, order);
  pay(platform, org, order, draft);
  if (draft.fulfillment_status === 'fulfilled') {
    fulfill(platform, org, order, { locationId: shipFrom, carrierStatus: 'delivered', stamp: 'delivered_date' });
  }
  announce(platform, org, order);
  return order;
}

function blankOrder(
  { store, clock, ids }: Platform,
  org: Org,
  draft: OrderDraft,
  parts: { locationId: number; lines: Order['lines']; customer: Customer },
): Order {
  const now = clock.now();
  const cartToken = ids.hex(32);
  const discountCodes = draft.discount_codes ?? [];
  const codesTotal = discountCodes.reduce((sum, { amount }) => sum + amount, 0);
  const isCod = draft.is_cod_gateway === true;
  return {
    id: store.nextId('order'),
    name: (store.modes.keepsOrderName && draft.name) || `#${org.nextOrderNumber++}`,
    token: ids.hex(32),
    cartToken,
    createdAt: now,
    updatedAt: now,
    confirmedAt: null,
    canceledAt: null,
    closedAt: null,
    cancelReason: null,
    confirmUser: null,
    customerId: parts.customer.id,
    email: draft.email ?? parts.customer.email ?? GUEST_EMAIL,
    billingAddress: draft.billing_address ?? draft.shipping_address ?? null,
    shippingAddress: draft.shipping_address ?? null,
    source: draft.source ?? null,
    sourceName: draft.source_name ?? null,
    landingSiteRef: draft.landing_site_ref ?? null,
    gateway: isCod ? 'Thanh toán khi giao hàng (COD)' : (draft.gateway ?? null),
    gatewayCode: isCod ? 'COD' : '',
    note: draft.note ?? null,
    noteAttributes: (draft.note_attributes ?? []).map(({ name, value }) => ({ name, value })),
    tags: (draft.tags ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    locationId: parts.locationId,
    assigned: null,
    userId: draft.user_id ?? null,
    lines: parts.lines,
    shippingLines: (draft.shipping_lines ?? []).map(({ code = null, title = null, price }) => ({
      code,
      title,
      price,
      source: null,
    })),
    discountCodes,
    totalDiscounts: discountCodes.length > 0 ? codesTotal : (draft.total_discounts ?? 0),
    voided: false,
    fulfillments: [],
    transactions: [],
    refunds: [],
  };
}

function locationOf({ store }: Platform, org: Org, wanted: number | undefined): number {
  if (wanted === undefined) return defaultLocationId(org);
  return found(
    store,
    org.locations.find(({ id }) => id === wanted),
  ).id;
}

function customerOf(platform: Platform, org: Org, { customer, email }: OrderDraft): Customer {
  if (customer?.id !== undefined) return found(platform.store, org.customers.get(customer.id));
  const known = findBy(org, 'phone', customer?.phone) ?? findBy(org, 'email', customer?.email ?? email);
  if (known) return known;
  return customer?.phone || customer?.email ? createCustomer(platform, org, customer) : guestOf(platform, org);
}

function requireStock(org: Org, locationId: number, lines: Order['lines']): void {
  for (const { variantId, tracked, sku } of lines) {
    if (variantId === null || !tracked || org.variants.get(variantId)?.policy === 'continue') continue;
    const wanted = lines.filter((line) => line.variantId === variantId).reduce((sum, line) => sum + line.quantity, 0);
    if (availableAt(org, locationId, variantId) < wanted) throw new Refusal(422, `Sản phẩm ${sku} không đủ số lượng`);
  }
}

/** A capture without an amount captures nothing: the order is then partially paid, as in the documentation's example. */
function pay(platform: Platform, org: Org, order: Order, { transactions = [], financial_status }: OrderDraft): void {
  for (const { kind, amount = 0, gateway } of transactions) book(platform, org, order, kind, amount, gateway);
  if (transactions.length === 0 && financial_status === 'paid') {
    book(platform, org, order, 'capture', totalPrice(order));
  }
}

function remember({ history }: Customer, order: Order): void {
  const { id, name, createdAt } = order;
  history.orders += 1;
  history.spent += totalPrice(order);
  history.last = { id, name, createdAt };
}

function announce(platform: Platform, org: Org, order: Order): void {
  tellOrder(platform, org, order, 'placed', `Đơn hàng ${order.name} được tạo`);
  const body = formatOrder(org, order);
  platform.events.emit(org, 'orders/create', body);
  if (financialStatus(order) === 'paid') platform.events.emit(org, 'orders/paid', body);
  if (orderFulfillmentStatus(order) === 'fulfilled') platform.events.emit(org, 'orders/fulfilled', body);
}
