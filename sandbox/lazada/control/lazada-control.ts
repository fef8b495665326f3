import type { Sku } from '../entities';
import type { Modes } from '../modes';
import { requestCancel } from '../orders/cancel-requests';
import { runDeadlines } from '../orders/deadlines';
import { type OrderRequest, placeOrder } from '../orders/place-order';
import type { Platform } from '../platform';
import { advanceItems, ageOrder, payOrder, type Step } from './advance-order';
import { ageTokens, type TokenAging } from './age-tokens';
import { createSku, deleteSku, editSku, type NewSku, type SkuChange } from './edit-skus';
import { itemsOf, orderOf, sellerOf } from './find';
import { createMoneyControl, type MoneyControl } from './money-control';
import { orRefuse } from './or-refuse';
import { createPushControl, type PushControl, type PushSwitches } from './push-control';
import { createReturnControl, type ReturnControl } from './return-control';
import { createShopControl, type ShopControl } from './shop-control';
import { type LazadaState, readState } from './state';

export type OfOrder = { sellerId: string; orderId: string };
export type SomeItems = { orderItemIds?: string[] };

/** What buyers, the seller in Seller Center and time itself do. A refusal is thrown as `ControlRefusal`. */
export type LazadaControl = ShopControl &
  ReturnControl &
  MoneyControl &
  PushControl & {
    state(sellerId?: string): LazadaState;
    placeOrder(request: { sellerId: string } & OrderRequest): { orderId: string; orderItemIds: string[] };
    advanceOrder(request: OfOrder & SomeItems & Step): void;
    payOrder(request: OfOrder): void;
    /** The buyer asks; the seller decides by API, or `autoCancelAfterMs` (24 h) does. Returns the reverse order id. */
    requestCancel(request: OfOrder & SomeItems & { reason?: string; autoCancelAfterMs?: number }): string;
    ageOrder(request: OfOrder & { byMs: number }): void;
    createSku(request: { sellerId: string } & NewSku): Sku;
    editSku(request: { sellerId: string; skuId: number; set: SkuChange }): Sku;
    deleteSku(request: { sellerId: string; skuId: number }): void;
    ageTokens(request: { sellerId: string } & TokenAging): void;
    modes(): Modes;
    setModes(change: Partial<Modes>): void;
  };

const AUTO_CANCEL_MS = 24 * 3_600_000;

export function createLazadaControl(platform: Platform, switches: PushSwitches): LazadaControl {
  const locate = ({ sellerId, orderId }: OfOrder) => {
    runDeadlines(platform);
    const seller = sellerOf(platform, sellerId);
    return { seller, order: orderOf(seller, orderId) };
  };
  return {
    ...createShopControl(platform),
    ...createReturnControl(platform),
    ...createMoneyControl(platform),
    ...createPushControl(platform, switches),
    state(sellerId) {
      runDeadlines(platform);
      return readState(platform, sellerId);
    },
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
    createSku: ({ sellerId, ...request }) => createSku(platform, sellerOf(platform, sellerId), request),
    editSku: ({ sellerId, skuId, set }) => editSku(platform, sellerOf(platform, sellerId), skuId, set),
    deleteSku: ({ sellerId, skuId }) => deleteSku(platform, sellerOf(platform, sellerId), skuId),
    ageTokens({ sellerId, ...aging }) {
      ageTokens(platform, sellerOf(platform, sellerId).sellerId, aging);
      platform.rearm();
    },
    modes: () => platform.modes,
    setModes(change) {
      platform.modes = { ...platform.modes, ...change };
    },
  };
}
