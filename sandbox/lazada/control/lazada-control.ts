import type { Sku } from '../entities';
import type { Modes } from '../modes';
import { requestCancel } from '../orders/cancel-requests';
import { ImpossibleStep } from '../orders/change-status';
import { runDeadlines } from '../orders/deadlines';
import { type OrderRequest, placeOrder } from '../orders/place-order';
import type { Platform } from '../platform';
import { advanceItems, ageOrder, payOrder, type Step } from './advance-order';
import { ageTokens, type TokenAging } from './age-tokens';
import { ControlRefusal } from '../control-refusal';
import { createSku, deleteSku, editSku, type NewSku, type SkuChange } from './edit-skus';
import { itemsOf, orderOf, sellerOf } from './find';
import { type LazadaState, readState } from './state';

type OfOrder = { sellerId: string; orderId: string };
type SomeItems = { orderItemIds?: string[] };

/** What buyers, the seller in Seller Center and time itself do. A refusal is thrown as `ControlRefusal`. */
export type LazadaControl = {
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
  setSellerStatus(request: { sellerId: string; status: 'ACTIVE' | 'INACTIVE' }): void;
  ageTokens(request: { sellerId: string } & TokenAging): void;
  modes(): Modes;
  setModes(change: Partial<Modes>): void;
  verifyPush(): void;
};

const AUTO_CANCEL_MS = 24 * 3_600_000;

/** `rearm` is called after whatever sets or moves a deadline. */
export function createLazadaControl(platform: Platform, rearm: () => void): LazadaControl {
  const locate = ({ sellerId, orderId }: OfOrder) => {
    runDeadlines(platform);
    const seller = sellerOf(platform, sellerId);
    return { seller, order: orderOf(seller, orderId) };
  };
  return {
    state(sellerId) {
      runDeadlines(platform);
      return readState(platform, sellerId);
    },
    placeOrder({ sellerId, ...request }) {
      runDeadlines(platform);
      const order = placeOrder(platform, sellerOf(platform, sellerId), request);
      rearm();
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
      const id = orRefuse(() => requestCancel(platform, seller, order, items, { reason, autoCancelAfterMs }));
      rearm();
      return id;
    },
    ageOrder({ byMs, ...which }) {
      ageOrder(locate(which).order, byMs);
      rearm();
    },
    createSku: ({ sellerId, ...request }) => createSku(platform, sellerOf(platform, sellerId), request),
    editSku: ({ sellerId, skuId, set }) => editSku(platform, sellerOf(platform, sellerId), skuId, set),
    deleteSku: ({ sellerId, skuId }) => deleteSku(platform, sellerOf(platform, sellerId), skuId),
    setSellerStatus({ sellerId, status }) {
      sellerOf(platform, sellerId).status = status;
    },
    ageTokens: ({ sellerId, ...aging }) => ageTokens(platform, sellerOf(platform, sellerId).sellerId, aging),
    modes: () => platform.modes,
    setModes(change) {
      platform.modes = { ...platform.modes, ...change };
    },
    verifyPush: () => platform.pushes.verify(),
  };
}

function orRefuse<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof ImpossibleStep ? new ControlRefusal(409, error.message) : error;
  }
}
