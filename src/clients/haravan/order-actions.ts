import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted, tagList } from './fields';
import type { HaravanAuth } from './haravan-auth';
import type { HaravanOrder } from './order';
import { orderSchema } from './order-schema';

export type HaravanCancelRequest = {
  reason: 'customer' | 'inventory' | 'fraud' | 'declined' | 'other';
  restock: boolean;
  note?: string;
  /** Đồng to give back. */
  amount?: number;
};

/** haravan.md §2.17–2.18. Cancel and confirm (which adds a transaction) are not repeated by the client. */
export type HaravanOrderActionsApi = {
  /** Answers all tags of the order. */
  addOrderTags(auth: HaravanAuth, orderId: string, tags: string[]): Promise<string[]>;
  removeOrderTags(auth: HaravanAuth, orderId: string, tags: string[]): Promise<string[]>;
  confirmOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  closeOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  openOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  cancelOrder(auth: HaravanAuth, orderId: string, request: HaravanCancelRequest): Promise<HaravanOrder>;
};

type TagsInput = { orderId: string; tags: string[] };

function tagsEndpoint(operation: string, method: 'POST' | 'DELETE'): HaravanEndpoint<TagsInput, string[]> {
  return {
    operation,
    method,
    path: ({ orderId }) => `/orders/${at(orderId)}/tags.json`,
    body: ({ tags }) => ({ tags: tags.join(',') }),
    repeatable: true,
    answer: rooted('tags', tagList),
  };
}

function actionEndpoint(
  action: 'confirm' | 'close' | 'open',
  repeatable: boolean,
): HaravanEndpoint<string, HaravanOrder> {
  return {
    operation: `orders.${action}`,
    method: 'POST',
    path: (orderId) => `/orders/${at(orderId)}/${action}.json`,
    body: () => ({}),
    repeatable,
    answer: rooted('order', orderSchema),
  };
}

const addTags = tagsEndpoint('orders.add_tags', 'POST');
const removeTags = tagsEndpoint('orders.remove_tags', 'DELETE');
const confirmOrder = actionEndpoint('confirm', false);
const closeOrder = actionEndpoint('close', true);
const openOrder = actionEndpoint('open', true);

const cancelOrder: HaravanEndpoint<{ orderId: string; request: HaravanCancelRequest }, HaravanOrder> = {
  operation: 'orders.cancel',
  method: 'POST',
  path: ({ orderId }) => `/orders/${at(orderId)}/cancel.json`,
  body: ({ request }) => ({
    reason: request.reason,
    restock: request.restock,
    note: request.note,
    // A text on this endpoint only (haravan.md §2.18).
    amount: request.amount === undefined ? undefined : String(request.amount),
    email: false,
  }),
  repeatable: false,
  answer: rooted('order', orderSchema),
};

export function createOrderActionsApi(call: HaravanCall): HaravanOrderActionsApi {
  return {
    addOrderTags: (auth, orderId, tags) => call(addTags, auth, { orderId, tags }),
    removeOrderTags: (auth, orderId, tags) => call(removeTags, auth, { orderId, tags }),
    confirmOrder: (auth, orderId) => call(confirmOrder, auth, orderId),
    closeOrder: (auth, orderId) => call(closeOrder, auth, orderId),
    openOrder: (auth, orderId) => call(openOrder, auth, orderId),
    cancelOrder: (auth, orderId, request) => call(cancelOrder, auth, { orderId, request }),
  };
}
