import type { HaravanOrder } from '@/src/clients/haravan/order';
import { lazadaOrderId, orderItemId, packageId } from '@/src/domain/ids';
import { cancelCause } from '@/src/domain/order/cancel-cause';
import { itemState, readItemStatus } from '@/src/domain/order/item-status';
import { itemShares } from '@/src/domain/order/money';
import type { OrderItem } from '@/src/domain/order/order-item';
import type { PlanFacts } from '@/src/domain/order/plan-facts';
import type { ConnectionView } from '../ports/access';
import type { OrderItemRecord, OrderRecord } from '../ports/order-imports';
import { paymentOf } from './haravan-draft';
import type { LinkedLine } from './haravan-order-lines';
import { toHaravanOrderState } from './haravan-order-state';
import { moneyFacts } from './lazada-order';

export function toOrderItem(item: OrderItemRecord): OrderItem {
  const status = readItemStatus(item.status);
  return {
    orderItemId: orderItemId(item.orderItemId),
    status,
    packageId: item.packageId === null ? null : packageId(item.packageId),
    trackingNumber: item.trackingCode,
    carrier: item.shipmentProvider,
    everShipped: item.everShipped,
    cancelCause: itemState(status) === 'canceled' ? cancelCause(item.initiator ?? '', item.reason ?? '') : null,
  };
}

/**
 * What the merchant pressed here stays true: Lazada may carry out a cancellation later than it accepts it. A cancellation that is
 * older than the first import is part of that import, whatever R4.5 says.
 */
function forceOf({ doneActions, force, importedAt, items }: OrderRecord): PlanFacts['force'] {
  const canceledBefore =
    importedAt === null && items.some((item) => itemState(readItemStatus(item.status)) === 'canceled');
  const pressed = doneActions.includes('cancel') || doneActions.includes('accept_cancel');
  if (canceledBefore || pressed) return 'cancel';
  return force || doneActions.includes('ready_to_ship') ? 'ready_to_ship' : 'none';
}

/** Only what has a line in Haravan can be acted on there: another channel's order may lack some. */
export function toPlanFacts(
  connection: Pick<ConnectionView, 'orderProcessing' | 'restockOnCancel' | 'restockReturns'>,
  record: OrderRecord,
  haravan: HaravanOrder,
  linked: readonly LinkedLine[],
): PlanFacts {
  const lined = new Set(linked.map((line) => line.orderItemId));
  return {
    orderId: lazadaOrderId(record.lazadaOrderId),
    items: record.items.filter((item) => lined.has(item.orderItemId)).map(toOrderItem),
    shares: itemShares(moneyFacts(record.detail, record.items)),
    payment: paymentOf(record),
    haravan: toHaravanOrderState(haravan, linked),
    orderProcessing: connection.orderProcessing,
    restock: { onCancel: connection.restockOnCancel, returns: connection.restockReturns },
    force: forceOf(record),
  };
}
