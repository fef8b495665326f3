import type { HaravanAuth } from './haravan-auth';
import type { HaravanOrder } from './order';

export type HaravanCancelRequest = {
  reason: 'customer' | 'inventory' | 'fraud' | 'declined' | 'other';
  restock: boolean;
  note?: string;
  /** Đồng to give back. */
  amount?: number;
};

/** haravan.md §2.17–2.18. Cancel is not repeated by the client; the others are safe to repeat. */
export type HaravanOrderActionsApi = {
  /** Answers all tags of the order. */
  addOrderTags(auth: HaravanAuth, orderId: string, tags: string[]): Promise<string[]>;
  removeOrderTags(auth: HaravanAuth, orderId: string, tags: string[]): Promise<string[]>;
  confirmOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  closeOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  cancelOrder(auth: HaravanAuth, orderId: string, request: HaravanCancelRequest): Promise<HaravanOrder>;
};
