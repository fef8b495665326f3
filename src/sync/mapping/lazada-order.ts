import { createHash } from 'node:crypto';
import type { LazadaAddress, LazadaOrder } from '@/src/clients/lazada/order';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import { comparableCode } from '@/src/domain/catalog/code';
import { orderItemId, toSellerSku } from '@/src/domain/ids';
import { type Dong, dong } from '@/src/domain/money';
import { hasEnded, itemState, readItemStatus } from '@/src/domain/order/item-status';
import { type OrderTotals, orderTotals } from '@/src/domain/order/money';
import { orderTab } from '@/src/domain/order/tab';
import type { FeedItem, FeedOrder, OrderDetail, OrderItemDetail } from '../ports/orders';

const LEFT_THE_SELLER = new Set(['in_transit', 'delivered', 'delivery_failed', 'waiting_for_return', 'returned']);

/** Lazada writes đồng with decimals (`66000.00`); a real fraction would show as a total that differs (design §4). */
export function wholeDong(amount: number): Dong {
  return dong(Math.round(amount));
}

const stateOf = (item: { status: string }) => itemState(readItemStatus(item.status));

export function codeOf(rawSellerSku: string): string | null {
  const sellerSku = toSellerSku(rawSellerSku);
  return sellerSku === null ? null : comparableCode(sellerSku);
}

function toItem(item: LazadaOrderItem): FeedItem {
  return {
    orderItemId: item.orderItemId,
    sellerSku: item.sellerSku,
    code: codeOf(item.sellerSku),
    itemId: item.productId ?? '',
    skuId: item.skuId ?? '',
    name: item.name,
    variation: item.variation ?? '',
    status: item.status,
    itemPrice: wholeDong(item.itemPrice),
    paidPrice: wholeDong(item.paidPrice),
    packageId: item.packageId ?? null,
    trackingCode: item.trackingCode ?? null,
    shipmentProvider: item.shipmentProvider ?? null,
    fulfilledByLazada: item.isFulfilledByLazada,
    isDigital: item.isDigital,
    reason: item.reason ?? null,
    initiator: item.cancelReturnInitiator ?? null,
    cancelRequestId: item.needCancelConfirm ? (item.reverseOrderId ?? null) : null,
    cancelRequestUntil: item.needCancelConfirm ? (item.cancelTriggerTime ?? null) : null,
    cancelPending: item.isCancelPending,
    shipped: LEFT_THE_SELLER.has(stateOf(item)),
  };
}

function toItemDetail(item: LazadaOrderItem): OrderItemDetail {
  const unpaid = item.hasPaymentTimeField ? 'empty' : 'absent';
  return {
    voucher: wholeDong(item.voucherPlatform + item.voucherSeller),
    shippingFee: wholeDong(item.shippingAmount),
    paymentTime: item.paymentTime?.getTime() ?? unpaid,
  };
}

function toAddress(address: LazadaAddress): OrderDetail['address'] {
  const { address1 = '', address3 = '', address4 = '', address5 = '', city = '' } = address;
  return { address1, address3, address4, address5, city };
}

function toDetail(order: LazadaOrder, items: readonly LazadaOrderItem[]): OrderDetail {
  const to = order.addressShipping;
  return {
    buyer: {
      firstName: to.firstName || order.customerFirstName || '',
      lastName: to.lastName || order.customerLastName || '',
      phone: to.phone || to.phone2 || '',
    },
    address: toAddress(to),
    voucher: wholeDong(order.voucher),
    shippingFee: wholeDong(order.shippingFee),
    note: [order.buyerNote, order.remarks, order.giftMessage].filter(Boolean).join('\n'),
    items: Object.fromEntries(items.map((item) => [item.orderItemId, toItemDetail(item)])),
  };
}

export function totalsOf(
  detail: OrderDetail,
  items: readonly { orderItemId: string; itemPrice: number }[],
): OrderTotals {
  return orderTotals(moneyFacts(detail, items));
}

export function moneyFacts(detail: OrderDetail, items: readonly { orderItemId: string; itemPrice: number }[]) {
  const priced = items.map((item) => ({
    orderItemId: orderItemId(item.orderItemId),
    itemPrice: dong(item.itemPrice),
    voucher: dong(detail.items[item.orderItemId]?.voucher ?? 0),
    shippingFee: dong(detail.items[item.orderItemId]?.shippingFee ?? 0),
  }));
  return { items: priced, voucher: dong(detail.voucher), shippingFee: dong(detail.shippingFee) };
}

/** The earliest moment by which an item that waits for it must be ready to ship. */
function deadlineOf(items: readonly LazadaOrderItem[]): Date | null {
  const waiting = items.filter((item) => stateOf(item) === 'pending').flatMap((item) => item.slaTimeStamp ?? []);
  return waiting.length === 0 ? null : new Date(Math.min(...waiting.map((sla) => sla.getTime())));
}

const reachedPayment = (item: LazadaOrderItem) =>
  item.paymentTime !== undefined || !['in_flight_only', 'canceled', 'keep'].includes(stateOf(item));

/** Sorted by id, so that two readings of the same order hash alike. */
function byId<T extends { orderItemId: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.orderItemId < b.orderItemId ? -1 : 1));
}

/** What we keep of an order and its items; variants are matched afterwards. */
export function toFeedOrder(
  order: LazadaOrder,
  rawItems: readonly LazadaOrderItem[],
  readAt: Date,
): Omit<FeedOrder, 'items'> & { items: FeedItem[] } {
  const sorted = byId(rawItems);
  const items = sorted.map(toItem);
  const detail = toDetail(order, sorted);
  const readings = items.map((item) => readItemStatus(item.status));
  const deadlineAt = deadlineOf(sorted);
  const { paymentMethod = '' } = order;
  const content = JSON.stringify([paymentMethod, detail, items, deadlineAt]);
  return {
    lazadaOrderId: order.orderId,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    statuses: [...new Set(items.map((item) => item.status))],
    paymentMethod,
    total: totalsOf(detail, items).total,
    isUnpaid: readings.some((reading) => itemState(reading) === 'in_flight_only'),
    wasPaid: sorted.some(reachedPayment),
    detail,
    hash: createHash('sha256').update(content).digest('hex'),
    tab: orderTab(readings) ?? 'none',
    deadlineAt,
    ended: readings.length > 0 && readings.every(hasEnded),
    items,
    readAt,
  };
}
