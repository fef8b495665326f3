import type { Deliveries } from '../../core/deliveries';
import type { Platform } from '../platform';
import { pushedStatus } from '../reverse/reverse-words';
import { isAuthorized } from '../tokens';
import * as data from './push-data';
import type { Pushes, SkuAction } from './push-port';
import { signPush } from '../push-signature';

const TYPE_OF_ACTION: Record<SkuAction, number> = {
  PUBLISHED: 3,
  EDITED_INSERTED: 3,
  EDITED_UPDATED: 4,
  DELETED: 5,
  EDITED_DELETED: 5,
};
const RETRIES = 12;
const RETRY_DELAY_MS = 30 * 60_000;
const PROBE_SELLER = '9999';
/** 200 within 500 ms, else again every 30 minutes, 12 times (lazada.md §14.1). */
export const PUSH_POLICY = { attemptDelaysMs: [0, ...Array<number>(RETRIES).fill(RETRY_DELAY_MS)], timeoutMs: 500 };

type Compose = (attempt: number) => unknown;

export function createPushes(platform: () => Platform, deliveries: Deliveries): Pushes {
  const now = () => platform().clock.now();
  /** `outerId`: what `seller_id` says, where that is not the seller told about. */
  const send = (sellerId: string, type: number, compose: Compose, outerId = sellerId) => {
    const probe = sellerId === PROBE_SELLER;
    if (!probe && !isAuthorized(platform(), sellerId)) return;
    deliveries.send({
      url: platform().app.pushUrl,
      tenant: sellerId,
      topic: String(type),
      probe,
      compose: envelope(platform, outerId, type, compose),
    });
  };
  const tell = (sellerId: string, type: number, body: unknown) => send(sellerId, type, () => body);
  return {
    itemStatus(seller, order, item) {
      const atFirst = data.statusData(order, item);
      send(seller.sellerId, 0, (attempt) => (attempt === 1 ? atFirst : data.statusData(order, item)));
    },
    review: (seller, item) => tell(seller.sellerId, 1, data.reviewData(seller, item, now())),
    skus: (seller, push) => tell(seller.sellerId, TYPE_OF_ACTION[push.action], data.skuData(push, now())),
    shallowStock: (seller, sku) => tell(seller.sellerId, 6, data.shallowStockData(sku)),
    tokenExpires(sellerId, expiresAt) {
      const body = data.tokenData(platform().app.key, sellerId, expiresAt);
      send(sellerId, 8, () => body, 'null');
    },
    reverse(seller, reverse, line) {
      const status = pushedStatus(reverse, line.state);
      if (status) tell(seller.sellerId, 10, data.reverseData(seller, reverse, line, status));
    },
    sellerStatus: ({ sellerId, status }) => tell(sellerId, 13, { status: status === 'ACTIVE' ? 'normal' : 'close' }),
    fulfillment: (seller, order, parcel, status) =>
      tell(seller.sellerId, 14, data.fulfillmentData(order, parcel, status, now())),
    other: (sellerId, type, body) => tell(sellerId, type, body),
    verify: () => send(PROBE_SELLER, 0, () => data.PROBE),
  };
}

/** Envelope and signature, made anew at every attempt (lazada.md §14.3). */
function envelope(platform: () => Platform, sellerId: string, type: number, compose: Compose) {
  const { clock, modes } = platform();
  const sentAt = clock.now() + modes.clockSkewMs;
  const timestamp = modes.pushTimestampMs ? sentAt : data.seconds(sentAt);
  return (attempt: number) => {
    const content = {
      seller_id: sellerId,
      message_type: type,
      data: compose(attempt),
      timestamp,
      site: modes.pushSite,
    };
    const body = JSON.stringify(content);
    const authorization = signPush(platform().app, body);
    return { body, headers: { 'content-type': 'application/json', authorization } };
  };
}
