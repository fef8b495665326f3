import type { ConnectionStore, MerchantStore, MerchantView } from '../ports/connection';
import type { Turn, TurnHandler, TurnKey, TurnQueue, TurnResult } from '../ports/turn';
import type { Clock } from '../ports/world';

export type ConnectionsTurnDeps = {
  merchants: Pick<MerchantStore, 'find'>;
  renewLazada(turn: Turn & { connectionId: string }): Promise<TurnResult>;
  renewHaravan(turn: Turn, merchant: MerchantView): Promise<void>;
  keepWebhooks(turn: Turn, merchant: MerchantView): Promise<void>;
};

/** Lane `connections`: a shop's Lazada access, or, without a connection, the merchant's Haravan access and webhooks. */
export function createConnectionsTurn(deps: ConnectionsTurnDeps): TurnHandler {
  return async (turn) => {
    const { merchantId, connectionId } = turn;
    if (connectionId !== null) return deps.renewLazada({ ...turn, connectionId });
    const merchant = await deps.merchants.find(merchantId);
    if (merchant?.status !== 'installed') return { more: false };
    await deps.renewHaravan(turn, merchant);
    const renewed = await deps.merchants.find(merchantId);
    if (renewed?.status !== 'installed' || renewed.tokenState !== 'active') return { more: false };
    await deps.keepWebhooks(turn, renewed);
    return { more: false };
  };
}

export type RenewAccess = (key: TurnKey, platform: 'lazada' | 'haravan') => Promise<void>;

/** A turn met `unauthorized`: its work waits, and the lane that renews is asked for a turn. */
export function createRenewAccess(deps: {
  connections: Pick<ConnectionStore, 'wishRenewal'>;
  merchants: Pick<MerchantStore, 'accessRefused'>;
  queue: TurnQueue;
  clock: Clock;
}): RenewAccess {
  return async ({ merchantId, connectionId }, platform) => {
    const at = new Date(deps.clock.now());
    const ofShop = platform === 'lazada' && connectionId !== null;
    if (ofShop) await deps.connections.wishRenewal(merchantId, connectionId, at);
    else if (platform === 'haravan') await deps.merchants.accessRefused(merchantId, at);
    await deps.queue.request({ lane: 'connections', merchantId, connectionId: ofShop ? connectionId : null });
  };
}
