import type { Sku } from '../entities';
import type { Modes } from '../modes';
import { runDeadlines } from '../orders/deadlines';
import type { Platform } from '../platform';
import { ageTokens, type TokenAging } from './age-tokens';
import { createSku, deleteSku, editSku, type NewSku, type SkuChange } from './edit-skus';
import { sellerOf } from './find';
import { createMoneyControl, type MoneyControl } from './money-control';
import { createOrderControl, type OrderControl } from './order-control';
import { createPushControl, type PushControl, type PushSwitches } from './push-control';
import { createReturnControl, type ReturnControl } from './return-control';
import { createShopControl, type ShopControl } from './shop-control';
import { type LazadaState, readState } from './state';

/** What buyers, the seller in Seller Center and time itself do. A refusal is thrown as `ControlRefusal`. */
export type LazadaControl = ShopControl &
  OrderControl &
  ReturnControl &
  MoneyControl &
  PushControl & {
    state(sellerId?: string): LazadaState;
    createSku(request: { sellerId: string } & NewSku): Sku;
    editSku(request: { sellerId: string; skuId: number; set: SkuChange }): Sku;
    deleteSku(request: { sellerId: string; skuId: number }): void;
    ageTokens(request: { sellerId: string } & TokenAging): void;
    modes(): Modes;
    setModes(change: Partial<Modes>): void;
  };

export function createLazadaControl(platform: Platform, switches: PushSwitches): LazadaControl {
  return {
    ...createShopControl(platform),
    ...createOrderControl(platform),
    ...createReturnControl(platform),
    ...createMoneyControl(platform),
    ...createPushControl(platform, switches),
    state(sellerId) {
      runDeadlines(platform);
      return readState(platform, sellerId);
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
