import type { Fence } from './turn';

export type ActionKind = 'ready_to_ship' | 'cancel';

/** What a merchant asked for on one order (spec R4.6). */
export type ActionRecord = {
  id: string;
  lazadaOrderId: string;
  kind: ActionKind;
  /** Cancel: by name, since ids differ per order (design §6). */
  reasonName: string | null;
  /** Empty: every item that it can be done to. */
  orderItemIds: readonly string[];
  attempts: number;
  requestedBy: string;
};

export type ActionRequest = {
  lazadaOrderId: string;
  kind: ActionKind;
  reasonName?: string;
  orderItemIds?: readonly string[];
};

/** `refused`: in the platform's own words. `code` is theirs, or one of ours when no call was made. */
export type ActionEnd = { state: 'done' } | { state: 'refused'; code: string; message: string };

export type ActionStore = {
  /** One open action of a kind per order: a double click is one action. Unknown orders are left out. Answers the ids wished. */
  request(
    merchantId: string,
    connectionId: string,
    requests: readonly ActionRequest[],
    by: string,
    at: Date,
  ): Promise<string[]>;
  due(merchantId: string, connectionId: string, now: Date, limit: number): Promise<ActionRecord[]>;
  nextDueAt(merchantId: string, connectionId: string): Promise<Date | null>;
  /** Done: in the same transaction the order is wished again, with force (spec R4.6). */
  finish(merchantId: string, actionId: string, end: ActionEnd, at: Date, fence: Fence): Promise<void>;
  park(merchantId: string, actionId: string, dueAt: Date, fence: Fence): Promise<void>;
  /** The stored packages of these orders whose items are not canceled. */
  packages(
    merchantId: string,
    connectionId: string,
    lazadaOrderIds: readonly string[],
  ): Promise<{ lazadaOrderId: string; packageId: string }[]>;
  /** Which of these orders are this connection's. */
  ownOrders(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<string[]>;
};
