import type { LocationId } from '@/src/domain/ids';
import type { ConnectionView, HaravanAccess, LazadaAccess } from '../ports/access';
import type { Turn } from '../ports/turn';
import { createPriceWindow, type PriceWindow } from '../price/price-window';
import type { PushDeps } from './push-deps';
import { stockLocations } from './read-stock';

/** A turn of the lane `stock`, with what all its batches share: each is asked of the database once, not per batch. */
export type PushTurn = Turn & {
  connectionId: string;
  lazada(): Promise<LazadaAccess>;
  haravan(): Promise<HaravanAccess>;
  /** The warehouses to read under these settings. */
  stockLocations(connection: ConnectionView): Promise<readonly LocationId[]>;
  prices: PriceWindow;
};

export function openPushTurn(deps: PushDeps, turn: Turn, connectionId: string): PushTurn {
  let lazada: Promise<LazadaAccess> | undefined;
  let haravan: Promise<HaravanAccess> | undefined;
  const locations = new Map<string, readonly LocationId[]>();
  return {
    ...turn,
    connectionId,
    lazada() {
      lazada ??= deps.access.lazada(turn.merchantId, connectionId);
      return lazada;
    },
    haravan() {
      haravan ??= deps.access.haravan(turn.merchantId);
      return haravan;
    },
    async stockLocations(connection) {
      const key = connection.stockLocationIds.join(' ');
      const ids = locations.get(key) ?? (await stockLocations(deps, turn, connection));
      locations.set(key, ids);
      return ids;
    },
    prices: createPriceWindow(deps),
  };
}
