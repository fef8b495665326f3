import type { FulfillmentId, LazadaOrderId, OrderItemId, PackageId } from '../ids';
import type { IssueOf } from '../issue/codes';
import type { Dong } from '../money';
import type { HaravanCancelReason } from './cancel-cause';
import type { CarrierState, SettableCarrierState } from './carrier-state';
import type { OrderItem } from './order-item';

/** The Haravan order as just read. Its lines are named by the Lazada item that each stands for. */
export type HaravanOrderState = {
  canceled: boolean;
  /** Financial status `voided`, or a void transaction is there. */
  voided: boolean;
  captured: Dong;
  refunded: Dong;
  /** `carrierState` null: a code we do not know, then nothing is set. */
  fulfillments: readonly {
    fulfillmentId: FulfillmentId;
    carrierState: CarrierState | null;
    itemIds: readonly OrderItemId[];
  }[];
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

/** `unless_restocked`: a carrier cancel may have put it back already; read the stock first (design §6). */
export type Restock = 'yes' | 'no' | 'unless_restocked';

export type Step =
  /** `carrierState`: to be set once the fulfillment stands; null leaves it at Chờ giao hàng. */
  | {
      kind: 'create_fulfillment';
      packageId: PackageId | null;
      itemIds: readonly OrderItemId[];
      trackingNumber: string | null;
      carrier: string | null;
      carrierState: SettableCarrierState | null;
    }
  | { kind: 'set_carrier_status'; fulfillmentId: FulfillmentId; state: SettableCarrierState }
  | { kind: 'capture'; amount: Dong }
  | { kind: 'cancel_order'; restock: boolean; reason: HaravanCancelReason; refundAmount: Dong }
  | { kind: 'void_payment' }
  | { kind: 'refund_lines'; itemIds: readonly OrderItemId[]; restock: Restock; amount: Dong };

type OrderIssueCode =
  | 'order_status_unknown'
  | 'order_canceled_at_haravan_only'
  | 'cancellation_while_processing_at_haravan'
  | 'package_lost'
  | 'package_damaged'
  | 'package_scrapped'
  | 'return_failed';

export type OrderIssue = { [C in OrderIssueCode]: IssueOf<C> }[OrderIssueCode];

/** Steps in the order to take them; issues that hold now (one of these codes not listed: close it). */
export type Plan = { steps: readonly Step[]; issues: readonly OrderIssue[] };

/** What brings the Haravan order where Lazada is. Taken to its end, the next plan has no steps. */
export function planHaravanSteps(_facts: PlanFacts): Plan {
  throw new Error('not written yet');
}
