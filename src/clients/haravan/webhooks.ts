import type { HaravanAuth } from './haravan-auth';

export type HaravanSubscription = { id: string /** e.g. `orders/create`. */; event: string; url: string };

/** Per org, all topics ticked for the app at once (haravan.md §3.1). */
export type HaravanWebhooksApi = {
  listWebhooks(auth: HaravanAuth): Promise<HaravanSubscription[]>;
  subscribeWebhooks(auth: HaravanAuth): Promise<void>;
  unsubscribeWebhooks(auth: HaravanAuth): Promise<void>;
};
