import type { ConnectionView } from '../ports/access';
import type { Turn, TurnHandler, TurnResult } from '../ports/turn';
import type { Figure } from '../ports/wishes';
import { pushPrices } from '../price/push-prices';
import { BATCHES } from './batches';
import { both } from './both';
import type { PushDeps } from './push-deps';
import { pushQuantities } from './push-quantities';
import { openPushTurn, type PushTurn } from './push-turn';
import { readFeeds } from './read-feeds';

/** Off means that the figure is never sent (spec R3.1). */
function switchedOn(connection: ConnectionView | null): Figure[] {
  if (connection === null || connection.status !== 'active') return [];
  return [
    ...(connection.pushQuantity ? (['quantity'] as const) : []),
    ...(connection.pushPrice ? (['price'] as const) : []),
  ];
}

const NOTHING_DUE = { due: 0, wrote: false };

type Batches = { more: boolean; wroteQuantity: boolean };

/** Quantity and price side by side: neither waits for the other's call or backlog, and a refused price holds up no quantity. */
async function pushBatches(deps: PushDeps, turn: PushTurn): Promise<Batches> {
  const { connectionId } = turn;
  let wroteQuantity = false;
  while (!turn.shouldStop()) {
    // Read again before every batch: a switch turned off counts at once.
    const connection = await deps.access.connection(turn.merchantId, connectionId);
    const figures = switchedOn(connection);
    if (connection === null || figures.length === 0) return { more: false, wroteQuantity };
    const [quantity, prices] = await both(
      figures.includes('quantity') ? pushQuantities(deps, turn, connection) : Promise.resolve(NOTHING_DUE),
      figures.includes('price') ? pushPrices(deps, turn, connection) : Promise.resolve(0),
    );
    // A batch that wrote nothing has read the feed after the write before it.
    if (quantity.due > 0) wroteQuantity = quantity.wrote;
    if (quantity.due + prices === 0) return { more: false, wroteQuantity };
  }
  return { more: true, wroteQuantity };
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
