import type { LocationId } from '@/src/domain/ids';
import type { ConnectionView, HaravanAccess, LazadaAccess } from '../ports/access';
import type { Turn } from '../ports/turn';
import { createPriceWindow, type PriceWindow } from '../price/price-window';
import { createDueWindow, type DueWindow } from './due-window';
import type { Figure } from '../ports/wishes';
import type { PushDeps } from './push-deps';
import { stockLocations } from './read-stock';

/** Off means that the figure is never sent (spec R3.1). */
export function switchedOn(connection: ConnectionView | null): Figure[] {
  if (connection === null || connection.status !== 'active') return [];
  return [
    ...(connection.pushQuantity ? (['quantity'] as const) : []),
    ...(connection.pushPrice ? (['price'] as const) : []),
  ];
}

/** A turn of the lane `stock`, with what all its batches share: each is asked of the database once, not per batch. */
export type PushTurn = Turn & {
  connectionId: string;
  lazada(): Promise<LazadaAccess>;
  haravan(): Promise<HaravanAccess>;
  /**
   * The settings as they are now; null: the figure is switched off, which counts at once. Asked after a batch was taken: what is saved
   * later has raised the versions beyond those that the batch acknowledges.
   */
  settingsFor(figure: Figure): Promise<ConnectionView | null>;
  /** The warehouses to read under these settings. */
  stockLocations(connection: ConnectionView): Promise<readonly LocationId[]>;
  quantities: DueWindow;
  prices: PriceWindow;
  /** Variants that a batch has taken and not yet settled: they are not given out again. */
  onTheWay: Readonly<Record<Figure, Set<string>>>;
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
    async settingsFor(figure) {
      const connection = await deps.access.connection(turn.merchantId, connectionId);
      return switchedOn(connection).includes(figure) ? connection : null;
    },
    async stockLocations(connection) {
      const key = connection.stockLocationIds.join(' ');
      const ids = locations.get(key) ?? (await stockLocations(deps, turn, connection));
      locations.set(key, ids);
      return ids;
    },
    quantities: createDueWindow(deps, 'quantity'),
    prices: createPriceWindow(deps),
    onTheWay: { price: new Set(), quantity: new Set() },
  };
}
