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
  /** Each item's part of what the buyer pays: `itemShares`. */
  shares: ReadonlyMap<OrderItemId, Dong>;
  payment: 'prepaid' | 'cod';
  haravan: HaravanOrderState;
  /** Xử lý đơn hàng (spec R4.5). */
  orderProcessing: 'haravan' | 'lazada';
  /**
   * What the merchant pressed: it changes Haravan whatever R4.5 says (spec R4.6). An order that was
   * already canceled when first seen is planned with `cancel`, so that it never stands open.
   */
  force: 'none' | 'ready_to_ship' | 'cancel';
};
