import type { ConnectionView } from '../ports/access';
import type { Turn, TurnHandler, TurnResult } from '../ports/turn';
import type { Figure } from '../ports/wishes';
import { pushPrices } from '../price/push-prices';
import { atOwnPace, type Batch } from './at-own-pace';
import { BATCHES } from './batches';
import type { PushDeps } from './push-deps';
import { pushQuantities } from './push-quantities';
import { openPushTurn, type PushTurn } from './push-turn';
import { readFeeds } from './read-feeds';
import { createSettling, type Settling } from './settling';
import { sideBySide } from './side-by-side';

/** Off means that the figure is never sent (spec R3.1). */
function switchedOn(connection: ConnectionView | null): Figure[] {
  if (connection === null || connection.status !== 'active') return [];
  return [
    ...(connection.pushQuantity ? (['quantity'] as const) : []),
    ...(connection.pushPrice ? (['price'] as const) : []),
  ];
}

type Push = (connection: ConnectionView, settling: Settling) => Promise<number>;

/** Quantity and price side by side: neither waits for the other's call or backlog, and a refused price holds up no quantity. */
async function pushBatches(deps: PushDeps, turn: PushTurn): Promise<{ more: boolean; wroteQuantity: boolean }> {
  let wroteQuantity = false;
  const quantities: Push = async (connection, settling) => {
    const { due, wrote } = await pushQuantities(deps, turn, connection, settling);
    // A batch that wrote nothing has read the feed after the write before it.
    if (due > 0) wroteQuantity = wrote;
    return due;
  };
  const prices: Push = (connection, settling) => pushPrices(deps, turn, connection, settling);

  const streamOf = (figure: Figure, push: Push) => {
    const settling = createSettling();
    const batch: Batch = async () => {
      // Read again before every batch: a switch turned off counts at once.
      const connection = await deps.access.connection(turn.merchantId, turn.connectionId);
      return connection !== null && switchedOn(connection).includes(figure) && (await push(connection, settling)) > 0;
    };
    return { batch, settling };
  };
  const streams = [streamOf('quantity', quantities), streamOf('price', prices)];
  const batches = streams.map(({ batch }) => batch);
  const [worked] = await Promise.allSettled([atOwnPace(batches, turn.shouldStop)]);
  const settled = await sideBySide(streams, ({ settling }) => settling.end());
  if (settled.failure) throw settled.failure.reason;
  if (worked.status === 'rejected') throw worked.reason;
  return { more: worked.value, wroteQuantity };
}

async function nextTurn(deps: PushDeps, turn: Turn, connectionId: string, more: boolean): Promise<TurnResult> {
  if (more) return { more };
  const figures = switchedOn(await deps.access.connection(turn.merchantId, connectionId));
  const nextAt = await deps.pushes.nextDue(turn.merchantId, connectionId, figures);
  return { more: nextAt !== null && nextAt.getTime() <= deps.clock.now(), nextAt: nextAt ?? undefined };
}

/** `batches`: as the platforms allow when absent. */
export type StockTurnDeps = Omit<PushDeps, 'batches'> & Partial<Pick<PushDeps, 'batches'>>;

/** Lane `stock`: makes the wished prices and quantities of one shop equal on Lazada, 50 at a time (spec R3). */
export function createStockTurn(given: StockTurnDeps): TurnHandler {
  const deps = { ...given, batches: given.batches ?? BATCHES };
  return async (turn) => {
    const { connectionId } = turn;
    if (connectionId === null) return { more: false };
    const pushTurn = openPushTurn(deps, turn, connectionId);
    const { more, wroteQuantity } = await pushBatches(deps, pushTurn);
    // An order that slipped in while we wrote makes its SKUs wishes again (design §1).
    if (wroteQuantity) await readFeeds(deps, turn.merchantId, connectionId, await pushTurn.lazada());
    return nextTurn(deps, turn, connectionId, more);
  };
}
