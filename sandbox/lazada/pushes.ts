import type { Deliveries } from '../core/deliveries';
import type { Order, OrderItem } from './entities';
import type { Platform } from './platform';
import type { Pushes, SkuAction, SkuPush } from './push-port';
import { signPush } from './push-signature';
import { isAuthorized } from './tokens';

const TYPE_OF_ACTION: Record<SkuAction, number> = {
  PUBLISHED: 3,
  EDITED_INSERTED: 3,
  EDITED_UPDATED: 4,
  DELETED: 5,
  EDITED_DELETED: 5,
};
const RETRIES = 12;
const RETRY_DELAY_MS = 30 * 60_000;
/** 200 within 500 ms, else again every 30 minutes, 12 times (lazada.md §14.1). */
export const PUSH_POLICY = { attemptDelaysMs: [0, ...Array<number>(RETRIES).fill(RETRY_DELAY_MS)], timeoutMs: 500 };

export function createPushes(platform: () => Platform, deliveries: Deliveries): Pushes {
  const send = (sellerId: string, type: number, compose: (attempt: number) => object) => {
    const { app, clock, modes } = platform();
    const sentAt = clock.now();
    deliveries.send({
      url: app.pushUrl,
      tenant: sellerId,
      topic: String(type),
      compose(attempt) {
        const timestamp = modes.pushTimestampMs ? sentAt : seconds(sentAt);
        const envelope = {
          seller_id: sellerId,
          message_type: type,
          data: compose(attempt),
          timestamp,
          site: 'lazada_vn',
        };
        const body = JSON.stringify(envelope);
        return { body, headers: { 'content-type': 'application/json', authorization: signPush(app, body) } };
      },
    });
  };
  return {
    itemStatus(seller, order, item) {
      if (!isAuthorized(platform(), seller.sellerId)) return;
      const atFirst = statusData(order, item);
      send(seller.sellerId, 0, (attempt) => (attempt === 1 ? atFirst : statusData(order, item)));
    },
    skus(seller, push) {
      if (!isAuthorized(platform(), seller.sellerId)) return;
      const data = skuData(push, platform().clock.now());
      send(seller.sellerId, TYPE_OF_ACTION[push.action], () => data);
    },
    verify() {
      const ids = { trade_order_id: '123456', trade_order_line_id: '12345' };
      send('9999', 0, () => ({ order_status: 'This is a test message', ...ids }));
    },
  };
}

/** Ids are strings here, unlike in the APIs (lazada.md §14.3). */
function statusData(order: Order, item: OrderItem): object {
  const reverse = { reverse_order_id: item.reverseOrderId, reverse_order_line_id: item.reverseOrderId };
  return {
    order_status: item.status,
    trade_order_id: order.orderId,
    trade_order_line_id: item.orderItemId,
    status_update_time: seconds(item.statusAt),
    buyer_id: order.buyer.buyerId,
    ...(item.reverseOrderId === '' ? {} : reverse),
  };
}

function skuData({ itemId, skus, action }: SkuPush, now: number): object {
  const sku_list = skus.map((sku) => ({ shop_sku: sku.shopSku, seller_sku: sku.sellerSku, sku_id: sku.skuId }));
  return { item_id: itemId, sku_list, action, status_update_time: now };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
