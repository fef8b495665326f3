import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { formatOrder } from '../formatters/order';
import { close, reopen } from '../orders/archive';
import { type CancelReason, cancelOrder } from '../orders/cancel-order';
import { CARRIER_STEPS, COD_STEPS, setCarrierStatus, setCodStatus } from '../orders/carrier-status';
import { changeOrder } from '../orders/changed';
import { confirm } from '../orders/confirm';
import { createOrder } from '../orders/create-order';
import { type FulfillmentDraft, fulfill } from '../orders/fulfill';
import { type OrderDraft, orderDraft } from '../orders/order-draft';
import { paymentsOf } from '../orders/payments';
import { createTransaction } from '../orders/transactions';
import type { Platform } from '../platform';
import type { Topic } from '../topics';
import { known, knownOrg } from './known';

export type OrderChange = { note?: string; tags?: string[] };

/** What a person does to an order in the admin. What Haravan refuses throws its `Refusal`. */
export function createOrderControl(platform: Platform) {
  const change = <T>(orgId: string, orderId: number, act: (org: Org, order: Order) => T, ...also: Topic[]): T => {
    const org = knownOrg(platform, orgId);
    const order = known(org.orders.get(orderId), `order ${orderId}`);
    return changeOrder(platform, org, order, () => act(org, order), ...also);
  };
  const fulfillmentOf = (order: Order, id: number) =>
    known(
      order.fulfillments.find((row) => row.id === id),
      `fulfillment ${id}`,
    );

  return {
    /** An order of another channel than the app's: it takes stock. */
    placeOrder: (orgId: string, draft: Partial<OrderDraft>): number =>
      createOrder(platform, knownOrg(platform, orgId), orderDraft.parse(draft)).id,
    confirmOrder: (orgId: string, orderId: number) =>
      change(orgId, orderId, (org, order) => confirm(platform, org, order)),
    closeOrder: (orgId: string, orderId: number) => change(orgId, orderId, (org, order) => close(platform, org, order)),
    reopenOrder: (orgId: string, orderId: number) =>
      change(orgId, orderId, (org, order) => reopen(platform, org, order)),
    cancelOrder(orgId: string, orderId: number, { reason = 'customer', restock = true }: CancelChoice = {}): void {
      const draft = { reason, restock, ignoreFulfillments: false };
      change(orgId, orderId, (org, order) => cancelOrder(platform, org, order, draft), 'orders/cancelled');
    },
    fulfillOrder: (orgId: string, orderId: number, draft: FulfillmentDraft = {}): number =>
      change(orgId, orderId, (org, order) => fulfill(platform, org, order, draft).id),
    /** `state` as paths spell it: `not_meet_customer` (haravan.md §2.20). */
    moveFulfillment: (orgId: string, orderId: number, fulfillmentId: number, state: string) =>
      change(orgId, orderId, (org, order) => {
        const [carrier, cod, row] = [CARRIER_STEPS[state], COD_STEPS[state], fulfillmentOf(order, fulfillmentId)];
        if (cod) setCodStatus(platform, row, cod);
        else setCarrierStatus(platform, org, order, row, known(carrier, `state ${state}`));
      }),
    /** All that is still owed. */
    payOrder(orgId: string, orderId: number): void {
      const org = knownOrg(platform, orgId);
      const order = known(org.orders.get(orderId), `order ${orderId}`);
      createTransaction(platform, org, order, { kind: 'capture', amount: paymentsOf(order).outstanding });
    },
    /** Gone for good; what it held is free again. Whether Haravan asks for its cancellation first is not known. */
    deleteOrder(orgId: string, orderId: number): void {
      const org = knownOrg(platform, orgId);
      const order = known(org.orders.get(orderId), `order ${orderId}`);
      if (order.canceledAt === null) {
        cancelOrder(platform, org, order, { reason: 'other', restock: true, ignoreFulfillments: true });
      }
      org.orders.delete(orderId);
      platform.events.emit(org, 'orders/delete', formatOrder(org, order));
    },
    editOrder: (orgId: string, orderId: number, { note, tags }: OrderChange) =>
      change(orgId, orderId, (_org, order) => {
        if (note !== undefined) order.note = note || null;
        if (tags !== undefined) order.tags = tags;
      }),
  };
}

export type CancelChoice = { reason?: CancelReason; restock?: boolean };
