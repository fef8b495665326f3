import { variantId } from '@/src/domain/ids';
import { inFlightByVariant } from '@/src/domain/stock/in-flight';
import type { ConnectionView, LazadaAccess } from '../ports/access';
import type { DuePush } from '../ports/stock';
import { decideQuantity } from './decide-quantity';
import { feedingOf } from './feeding';
import { finishBatch } from './finish-batch';
import type { PushDeps } from './push-deps';
import { readFeeds } from './read-feeds';
import { readBackBeliefs, readListings } from './read-listings';
import type { PushTurn } from './push-turn';
import { readStock } from './read-stock';
import type { FigureWriter } from './write-figures';

/** Lazada takes 50 SKUs a call (lazada.md §7.1). */
const BATCH = 50;

function quantityWriter(deps: PushDeps, auth: LazadaAccess): FigureWriter {
  return {
    write: (writes) =>
      deps.lazada.updateSellable(
        auth,
        writes.map(({ value, ...key }) => ({ ...key, quantity: value })),
      ),
    async readBack(writes) {
      const read = await readListings(deps.lazada, auth, writes, deps.clock.now());
      return new Map([...read].flatMap(([skuId, { sellable }]) => (sellable === null ? [] : [[skuId, sellable]])));
    },
  };
}

async function decideAll(deps: PushDeps, turn: PushTurn, connection: ConnectionView, due: readonly DuePush[]) {
  const locationIds = await turn.stockLocations(connection);
  const stock = await readStock(deps, turn, due, locationIds);
  // The feed comes after the stock: what was sold while the stock was read is then known too (design §1).
  const feedFreshAtMs = await readFeeds(deps, turn.merchantId, connection.id, await turn.lazada());
  const units = await deps.stockFacts.soldUnits(turn.merchantId, due.map(feedingOf), new Date(stock.begunAtMs));
  const flying = inFlightByVariant(units, stock);
  const now = deps.clock.now();
  return due.map((push) => {
    const inFlight = flying.get(variantId(push.variantId)) ?? [];
    return decideQuantity(push, { connection, stock, inFlight, feedFreshAtMs, now });
  });
}

/**
 * One batch of quantities. The feed read here also tells what slipped in between the batch before and its stock reading;
 * after the last batch the turn reads it once more. Answers how many were due, and whether one was written.
 */
export async function pushQuantities(
  deps: PushDeps,
  turn: PushTurn,
  connection: ConnectionView,
): Promise<{ due: number; wrote: boolean }> {
  const now = deps.clock.now();
  const taken = await deps.pushes.takeDue(turn.merchantId, connection.id, 'quantity', new Date(now), BATCH);
  if (taken.length === 0) return { due: 0, wrote: false };
  const auth = await turn.lazada();
  const due = await readBackBeliefs(deps.lazada, auth, taken, now);
  const decided = await decideAll(deps, turn, connection, due);
  const shop = { connectionId: connection.id, auth, writer: quantityWriter(deps, auth) };
  const written = await finishBatch(deps, turn, shop, decided);
  return { due: due.length, wrote: written > 0 };
}
