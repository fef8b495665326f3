import type { IssueReport } from './issues';

/** What is kept of an order beyond its columns. It names the buyer, so the store seals it (spec R7.3). Amounts in đồng. */
export type OrderDetail = {
  buyer: { firstName: string; lastName: string; phone: string };
  /** Lazada's lines as sent; which level stands where differs by shop (lazada.md §9.5). */
  address: { address1: string; address3: string; address4: string; address5: string; city: string };
  voucher: number;
  /** Net of shipping discounts. */
  shippingFee: number;
  note: string;
  items: Readonly<Record<string, OrderItemDetail>>;
};

/** `paymentTime` in ms; `empty`: the field came without a value, `absent`: it did not come (design §4). */
export type OrderItemDetail = { voucher: number; shippingFee: number; paymentTime: number | 'empty' | 'absent' };

/** One unit as Lazada has it now. */
export type FeedItem = {
  orderItemId: string;
  sellerSku: string;
  /** The SellerSku as it is compared (spec R2.1); null when empty. */
  code: string | null;
  itemId: string;
  skuId: string;
  name: string;
  variation: string;
  status: string;
  itemPrice: number;
  paidPrice: number;
  packageId: string | null;
  trackingCode: string | null;
  shipmentProvider: string | null;
  fulfilledByLazada: boolean;
  isDigital: boolean;
  reason: string | null;
  initiator: string | null;
  /** The buyer asks to cancel and waits for an answer: Lazada's number of that request (lazada.md §12.2). */
  cancelRequestId: string | null;
  cancelRequestUntil: Date | null;
  /** The merchant agreed; logistics has still to confirm. */
  cancelPending: boolean;
  /** This status is one that a unit has only after it left the seller. */
  shipped: boolean;
};

export type OrderTabName = 'to_confirm' | 'to_hand_over' | 'in_transit' | 'done' | 'canceled_or_returned' | 'none';
export type SeenBy = 'push' | 'poll' | 'backfill' | 'manual';

export type FeedOrder = {
  lazadaOrderId: string;
  createdAt: Date;
  updatedAt: Date;
  statuses: readonly string[];
  paymentMethod: string;
  total: number;
  /** An item is unpaid now, so a later cancellation means that it never was paid. */
  isUnpaid: boolean;
  wasPaid: boolean;
  detail: OrderDetail;
  /** Equal for equal content: a repeated reading changes nothing. */
  hash: string;
  tab: OrderTabName;
  /** Ready-to-ship is due by then (R10.9); null when nothing waits for it. */
  deadlineAt: Date | null;
  ended: boolean;
  items: readonly (FeedItem & { variantId: string | null })[];
  /** When the reading of the items began. */
  readAt: Date;
};

export type KnownOrder = { updatedAt: Date; readAt: Date | null; statuses: readonly string[]; hash: string };

/** `over`: keys of the issues that failed readings had raised. */
export type FeedProgress = { cursor?: Date; feedAt?: Date; over: readonly string[] };

/** `tell`: what is reported once the feed has failed so often in a row. */
export type FeedFailure = { why: string; tell: readonly { fromFailures: number; issue: IssueReport }[] };

export type OrderFeedStore = {
  known(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<Map<string, KnownOrder>>;
  /** Variants that bear each code and are not deleted; more than one is ambiguous (spec R2.3). */
  variantsOfCodes(merchantId: string, codes: readonly string[]): Promise<Map<string, string[]>>;
  /** The variants that the stored items of these orders stand for. */
  variantsOfOrders(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<string[]>;
  /** Keeps what is newer than what is stored; wishes the import of what differs. Answers the ids that were written. */
  save(
    merchantId: string,
    connectionId: string,
    orders: readonly FeedOrder[],
    seenBy: SeenBy,
    at: Date,
  ): Promise<string[]>;
  /** Both move forward only. What had failed is over, and its issues with it: in one transaction, for no other comes to close them. */
  progressed(merchantId: string, connectionId: string, progress: FeedProgress, at: Date): Promise<void>;
  /** Counts how often in a row it failed, and reports what that calls for, in one transaction as well. */
  failed(merchantId: string, connectionId: string, failure: FeedFailure, at: Date): Promise<void>;
};

export type OrderPolling = {
  pollAt: Date;
  /** When a push about an order last came; null: never. */
  pushedAt: Date | null;
  /** When a poll last found what no push had told; null: never. */
  missedAt: Date | null;
};

/** When the feed is due to be asked without a push (spec R9.1 ORDER_POLL_SECONDS). */
export type OrderPollStore = {
  polling(merchantId: string, connectionId: string): Promise<OrderPolling>;
  /** Keeps an earlier moment that a push asked for while this poll ran. */
  polled(merchantId: string, connectionId: string, was: Date, next: Date, missedAt: Date | null): Promise<void>;
};
