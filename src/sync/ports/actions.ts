import type { Fence } from './turn';

/** The last two answer a buyer who wants to cancel (lazada.md §12.2). */
export type ActionKind = 'ready_to_ship' | 'cancel' | 'accept_cancel' | 'refuse_cancel';

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

/** `underWay`: somebody asked for the same before, and it is not done yet. Unknown orders are in neither. */
export type Requested = { wished: string[]; underWay: string[] };

/** `nothingToDo`: somebody else had done it already. `refused`: in the platform's own words. `code` is theirs, or one of ours when no call was made. */
export type ActionEnd = { state: 'done'; nothingToDo: boolean } | { state: 'refused'; code: string; message: string };

export type ActionStore = {
  /** One open action of a kind per order: a double click is one action. `runId`: what was pressed at once, to be watched together. */
  request(
    merchantId: string,
    connectionId: string,
    requests: readonly ActionRequest[],
    asked: { by: string; runId: string; at: Date },
  ): Promise<Requested>;
  /** Takes back what was pressed and not begun yet (spec R6.2). Answers how many orders that were. */
  withdraw(merchantId: string, connectionId: string, runId: string, at: Date): Promise<number>;
  due(merchantId: string, connectionId: string, now: Date, limit: number): Promise<ActionRecord[]>;
  nextDueAt(merchantId: string, connectionId: string): Promise<Date | null>;
  /** Done: in the same transaction the order is wished again, with force unless the buyer's wish was refused (spec R4.6). */
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
