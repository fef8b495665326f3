import { requestCancel } from '../orders/cancel-requests';
import { runDeadlines } from '../orders/deadlines';
import { type OrderRequest, placeOrder } from '../orders/place-order';
import type { Platform } from '../platform';
import { advanceItems, ageOrder, payOrder, type Step } from './advance-order';
import { itemsOf, orderOf, sellerOf } from './find';
import { orRefuse } from './or-refuse';

type OfOrder = { sellerId: string; orderId: string };
type SomeItems = { orderItemIds?: string[] };

/** What buyers, carriers and time do with orders. */
export type OrderControl = {
  placeOrder(request: { sellerId: string } & OrderRequest): { orderId: string; orderItemIds: string[] };
  advanceOrder(request: OfOrder & SomeItems & Step): void;
  payOrder(request: OfOrder): void;
  /** The buyer asks; the seller decides by API, or `autoCancelAfterMs` (24 h) does. Returns the reverse order id. */
  requestCancel(request: OfOrder & SomeItems & { reason?: string; autoCancelAfterMs?: number }): string;
  ageOrder(request: OfOrder & { byMs: number }): void;
};

const AUTO_CANCEL_MS = 24 * 3_600_000;

export function createOrderControl(platform: Platform): OrderControl {
  const locate = ({ sellerId, orderId }: OfOrder) => {
    runDeadlines(platform);
    const seller = sellerOf(platform, sellerId);
    return { seller, order: orderOf(seller, orderId) };
  };
  return {
    placeOrder({ sellerId, ...request }) {
      runDeadlines(platform);
      const order = placeOrder(platform, sellerOf(platform, sellerId), request);
      return { orderId: order.orderId, orderItemIds: order.items.map((item) => item.orderItemId) };
    },
    advanceOrder({ orderItemIds, to, reason, initiator, ...which }) {
      const { seller, order } = locate(which);
      advanceItems(platform, seller, order, itemsOf(order, orderItemIds), { to, reason, initiator });
    },
    payOrder(which) {
      const { seller, order } = locate(which);
      payOrder(platform, seller, order);
    },
    requestCancel({ orderItemIds, reason = 'Change of mind', autoCancelAfterMs = AUTO_CANCEL_MS, ...which }) {
      const { seller, order } = locate(which);
      const items = itemsOf(order, orderItemIds);
      return orRefuse(() => requestCancel(platform, seller, order, items, { reason, autoCancelAfterMs }));
    },
    ageOrder({ byMs, ...which }) {
      ageOrder(locate(which).order, byMs);
      platform.rearm();
    },
  };
}
