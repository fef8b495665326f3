import type { Turn, TurnHandler, TurnResult } from '../ports/turn';
import type { Figure } from '../ports/wishes';
import { pushPrices } from '../price/push-prices';
import { atOwnPace, type Batch } from './at-own-pace';
import { BATCHES } from './batches';
import type { PushDeps } from './push-deps';
import { createQuantityPush, type QuantityPush } from './push-quantities';
import { openPushTurn, type PushTurn, switchedOn } from './push-turn';
import { readFeeds } from './read-feeds';
import { createSettling, type Settling } from './settling';
import { sideBySide } from './side-by-side';

/** What was read ahead when the time of the turn is used up is written as well: its calls are not wasted. */
async function work(batches: readonly Batch[], quantities: QuantityPush, shouldStop: () => boolean): Promise<boolean> {
  try {
    const more = await atOwnPace(batches, shouldStop);
    await quantities.end();
    return more;
  } finally {
    await quantities.abandon();
  }
}

/** Quantity and price side by side: neither waits for the other's call or backlog, and a refused price holds up no quantity. */
async function pushBatches(deps: PushDeps, turn: PushTurn): Promise<{ more: boolean; wroteQuantity: boolean }> {
  const settling: Record<Figure, Settling> = { quantity: createSettling(), price: createSettling() };
  const quantities = createQuantityPush(deps, turn, settling.quantity);
  const batches: Record<Figure, Batch> = {
    quantity: quantities.batch,
    price: async () => (await pushPrices(deps, turn, settling.price)) > 0,
  };
  const connection = await deps.access.connection(turn.merchantId, turn.connectionId);
  const backlogs = switchedOn(connection).map((figure) => batches[figure]);
  const [worked] = await Promise.allSettled([work(backlogs, quantities, turn.shouldStop)]);
  const settled = await sideBySide(Object.values(settling), (one) => one.end());
  if (settled.failure) throw settled.failure.reason;
  if (worked.status === 'rejected') throw worked.reason;
  return { more: worked.value, wroteQuantity: quantities.wrote() };
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
