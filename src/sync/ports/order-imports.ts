import type { ActionKind } from './actions';
import type { OrderDetail } from './orders';
import type { Fence } from './turn';

/** `trying`: a create was begun and its answer is not known; `ambiguous`: its answer was lost for certain. */
export type CreateState = 'none' | 'trying' | 'ambiguous' | 'created';
export type OrderDecision = 'waiting' | 'imported' | 'skipped' | 'failing';

export type OrderItemRecord = {
  orderItemId: string;
  sellerSku: string;
  code: string | null;
  name: string;
  variation: string;
  status: string;
  itemPrice: number;
  packageId: string | null;
  trackingCode: string | null;
  shipmentProvider: string | null;
  fulfilledByLazada: boolean;
  reason: string | null;
  initiator: string | null;
  /** The buyer asks to cancel and waits for an answer (lazada.md §12.2); null: no. */
  cancelRequestId: string | null;
  /** Unanswered until then, Lazada cancels by itself. */
  cancelRequestUntil: Date | null;
  everShipped: boolean;
  variantId: string | null;
  haravanLineId: string | null;
  /** What the Haravan line carries; null on a custom line. */
  haravanVariantId: string | null;
};

/** An order with all that its import looks at. */
export type OrderRecord = {
  lazadaOrderId: string;
  createdAt: Date;
  paymentMethod: string;
  detail: OrderDetail;
  wasPaid: boolean;
  /** The wish's version: acknowledged only up to here. */
  wanted: number;
  /** How often in a row `blockedBy` has held it up; null: nothing does. */
  attempts: number;
  blockedBy: string | null;
  decision: OrderDecision;
  decisionReason: string | null;
  /** A merchant's action asked for this (spec R4.6). */
  force: boolean;
  /** Asked for by its number (spec R10.2): imported however old it is. */
  importAnyway: boolean;
  createState: CreateState;
  createStartedAt: Date | null;
  createScans: number;
  haravanOrderId: string | null;
  /** When the first import was complete; null: it never was. */
  importedAt: Date | null;
  items: readonly OrderItemRecord[];
  packages: readonly { packageId: string; fulfillmentId: string | null }[];
  /** Kinds of the merchant's actions on this order that Lazada accepted. */
  doneActions: readonly ActionKind[];
};

export type HaravanLink = {
  haravanOrderId: string;
  name: string;
  locationId: string | null;
  answeredAt: Date;
  lines: readonly { orderItemId: string; lineId: string; variantId: string | null }[];
};

export type OrderSettlement = {
  /** The version that was read before the work. */
  version: number;
  decision: 'imported' | 'skipped';
  reason: string;
  at: Date;
  packages: readonly { packageId: string; fulfillmentId: string | null; trackingCode: string | null; state: string }[];
  /** Items that the Haravan order no longer sells. */
  canceledItemIds: readonly string[];
};

export type OrderParking = { dueAt: Date; blockedBy: string; attempts: number; failing: boolean };

/** Every write is fenced: a turn that lost its lease writes nothing. */
export type OrderImportStore = {
  due(merchantId: string, connectionId: string, now: Date, limit: number): Promise<string[]>;
  nextDueAt(merchantId: string, connectionId: string): Promise<Date | null>;
  load(merchantId: string, connectionId: string, lazadaOrderId: string): Promise<OrderRecord | null>;
  rematch(
    merchantId: string,
    connectionId: string,
    lazadaOrderId: string,
    items: readonly { orderItemId: string; variantId: string | null }[],
    fence: Fence,
  ): Promise<void>;
  /** The attempt is a row before the call is made (design §6). */
  createBegins(merchantId: string, connectionId: string, lazadaOrderId: string, at: Date, fence: Fence): Promise<void>;
  /** The create certainly did not happen. */
  createRefused(merchantId: string, connectionId: string, lazadaOrderId: string, fence: Fence): Promise<void>;
  createLost(
    merchantId: string,
    connectionId: string,
    lazadaOrderId: string,
    scans: number,
    fence: Fence,
  ): Promise<void>;
  linked(
    merchantId: string,
    connectionId: string,
    lazadaOrderId: string,
    link: HaravanLink,
    fence: Fence,
  ): Promise<void>;
  /** The Haravan orders, of those given, that already stand for some Lazada order of this merchant. */
  alreadyLinked(merchantId: string, haravanOrderIds: readonly string[]): Promise<Set<string>>;
  settle(
    merchantId: string,
    connectionId: string,
    lazadaOrderId: string,
    settlement: OrderSettlement,
    fence: Fence,
  ): Promise<void>;
  park(
    merchantId: string,
    connectionId: string,
    lazadaOrderId: string,
    parking: OrderParking,
    fence: Fence,
  ): Promise<void>;
};
