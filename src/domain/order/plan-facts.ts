import type { FulfillmentId, LazadaOrderId, OrderItemId } from '../ids';
import type { Dong } from '../money';
import type { CarrierState } from './carrier-state';
import type { OrderItem } from './order-item';

export type Fulfillment = {
  fulfillmentId: FulfillmentId;
  /** Null: a code that we do not know; then nothing is set. */
  carrierState: CarrierState | null;
  itemIds: readonly OrderItemId[];
};

/** The Haravan order as just read. Its lines are named by the Lazada item that each stands for. */
export type HaravanOrderState = {
  canceled: boolean;
  /** Financial status `voided`, or a void transaction is there. */
  voided: boolean;
  captured: Dong;
  refunded: Dong;
  /** In the order they were created. */
  fulfillments: readonly Fulfillment[];
  refundedItemIds: readonly OrderItemId[];
};

export type PlanFacts = {
  orderId: LazadaOrderId;
  items: readonly OrderItem[];
  shares: ReadonlyMap<OrderItemId, Dong>;
  payment: 'prepaid' | 'cod';
  haravan: HaravanOrderState;
  orderProcessing: 'haravan' | 'lazada';
  /** Whether goods go back on the shelf by themselves (spec R10.13): canceled before they shipped, and returned ones. */
  restock: { onCancel: boolean; returns: boolean };
  /** What was pressed (spec R4.6). Plan an order first seen canceled with `cancel`, lest it stand open. */
  force: 'none' | 'ready_to_ship' | 'cancel';
};
