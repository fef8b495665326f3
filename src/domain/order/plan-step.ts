import type { FulfillmentId, OrderItemId, PackageId } from '../ids';
import type { Dong } from '../money';
import type { HaravanCancelReason } from './cancel-cause';
import type { SettableCarrierState } from './carrier-state';

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
