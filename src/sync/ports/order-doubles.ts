import type { Fence } from './turn';

/** An order of this shop as it stands beside Haravan's list. */
export type LinkedOrder = {
  lazadaOrderId: string;
  haravanOrderId: string | null;
  /** We created the Haravan order; false: another channel did, and it was taken over. */
  madeByUs: boolean;
};

/** What is reported and may be over by now. */
export type OpenDoubles = {
  doubled: readonly { lazadaOrderId: string; haravanOrderIds: readonly string[] }[];
  otherChannels: readonly { channel: string; lastSeenAt: Date }[];
};

/** What comparing Haravan's orders with ours needs (spec R8.2, R8.3). */
export type OrderDoublesStore = {
  /** When that was last done; null: never, or somebody asked for it. */
  comparedAt(merchantId: string, connectionId: string): Promise<Date | null>;
  compared(merchantId: string, connectionId: string, at: Date, fence: Fence): Promise<void>;
  /** Those of these numbers that are orders of this connection. */
  byNumbers(merchantId: string, connectionId: string, numbers: readonly string[]): Promise<LinkedOrder[]>;
  open(merchantId: string, connectionId: string): Promise<OpenDoubles>;
};
