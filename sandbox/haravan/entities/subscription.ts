/** One topic that an organisation's events are sent for. */
export type Subscription = { id: string; event: string; url: string; createdAt: number };

/** What the shop pays the app's maker through Haravan (haravan.md §1.13). `id` has 24 hex digits. */
export type AppSubscription = {
  id: string;
  name: string;
  planId: string;
  price: number;
  quantity: number;
  status: 'active' | 'canceled';
  createdAt: number;
  updatedAt: number;
  expiredAt: number;
  canceledAt: number | null;
};
