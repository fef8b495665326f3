import type { Fence } from './turn';

export type InboxSource = 'haravan' | 'lazada';

export type NewMessage = {
  source: InboxSource;
  topic: string;
  sellerId: string | null;
  /** Equal for a repeated delivery of the same message; `hash@installation` where a later installation may repeat it. */
  dedupeKey: string;
  body: string;
};

export type InboxRow = {
  id: string;
  source: InboxSource;
  topic: string;
  sellerId: string | null;
  dedupeKey: string;
  body: string;
  attempts: number;
  receivedAt: Date;
};

export type InboxStore = {
  /** The body is encrypted at rest. 'duplicate': this message was stored before. */
  add(merchantId: string, message: NewMessage, at: Date): Promise<'stored' | 'duplicate'>;
  /** Oldest first. */
  due(merchantId: string, at: Date, limit: number): Promise<InboxRow[]>;
  /** `error`: why the message could not be understood; it is kept for a week. */
  processed(
    merchantId: string,
    rows: readonly { id: string; error?: string }[],
    at: Date,
    fence?: Fence,
  ): Promise<void>;
  postpone(merchantId: string, id: string, until: Date, error: string, fence?: Fence): Promise<void>;
  nextDueAt(merchantId: string): Promise<Date | null>;
  /** Whether the same words came before, in this installation or an earlier one. */
  cameBefore(merchantId: string, row: Pick<InboxRow, 'id' | 'dedupeKey' | 'receivedAt'>): Promise<boolean>;
  /** Processed messages older than this are forgotten, but uninstalls. */
  forgetProcessed(merchantId: string, before: Date): Promise<void>;
};

/** Who a message is for, before a tenant is known. */
export type Recipients = {
  merchantOfOrg(orgId: string): Promise<{ merchantId: string; installedAt: Date } | null>;
  connectionOfSeller(sellerId: string): Promise<{ merchantId: string; connectionId: string } | null>;
};

/** Orders that this app brought into Haravan, by the id that Haravan's webhooks carry. */
export type OwnOrders = {
  ofHaravanOrder(
    merchantId: string,
    haravanOrderId: string,
  ): Promise<{ connectionId: string; lazadaOrderId: string }[]>;
};
