import { z } from 'zod';
import { flag, id, optionalText, text } from '../wire/scalars';
import type { HaravanCall, HaravanEndpoint } from './endpoint';
import type { HaravanAuth } from './haravan-auth';

export type HaravanSubscription = { id: string /** e.g. `orders/create`. */; event: string; url: string };

/** Per org, all topics ticked for the app at once (haravan.md §3.1). */
export type HaravanWebhooksApi = {
  listWebhooks(auth: HaravanAuth): Promise<HaravanSubscription[]>;
  subscribeWebhooks(auth: HaravanAuth): Promise<void>;
  unsubscribeWebhooks(auth: HaravanAuth): Promise<void>;
};

const subscription = z.object({ id, event: text, url: text });

const listWebhooks: HaravanEndpoint<void, HaravanSubscription[]> = {
  operation: 'webhooks.list',
  method: 'GET',
  host: 'webhook',
  path: () => '/api/subscribe',
  repeatable: true,
  answer: z.array(subscription),
};

const reply = z.object({ error: flag, message: optionalText }).optional();
type Reply = z.infer<typeof reply>;

function changeEndpoint(operation: string, method: 'POST' | 'DELETE'): HaravanEndpoint<void, Reply> {
  return {
    operation,
    method,
    host: 'webhook',
    path: () => '/api/subscribe',
    body: () => ({}),
    repeatable: true,
    mayBeEmpty: true,
    answer: reply,
    // `{"error": true}` comes with status 200 (haravan.md §3.1).
    refusalIn: (said) => (said?.error ? { code: 'subscription_refused', platformMessage: said.message } : undefined),
  };
}

const subscribe = changeEndpoint('webhooks.subscribe', 'POST');
const unsubscribe = changeEndpoint('webhooks.unsubscribe', 'DELETE');

export function createWebhooksApi(call: HaravanCall): HaravanWebhooksApi {
  return {
    listWebhooks: (auth) => call(listWebhooks, auth, undefined),
    subscribeWebhooks: async (auth) => {
      await call(subscribe, auth, undefined);
    },
    unsubscribeWebhooks: async (auth) => {
      await call(unsubscribe, auth, undefined);
    },
  };
}
