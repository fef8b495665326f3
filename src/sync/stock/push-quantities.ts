import { variantId } from '@/src/domain/ids';
import { inFlightByVariant } from '@/src/domain/stock/in-flight';
import type { ConnectionView, LazadaAccess } from '../ports/access';
import type { DuePush } from '../ports/stock';
import { inBatches } from './batches';
import { decideQuantity } from './decide-quantity';
import { feedingOf } from './feeding';
import { type Decided, finishBatches } from './finish-batches';
import type { PushDeps } from './push-deps';
import { readFeeds } from './read-feeds';
import { readBackBeliefs, readListings } from './read-listings';
import type { PushTurn } from './push-turn';
import { readStock, type StockRead } from './read-stock';
import type { Settling } from './settling';
import { sideBySide } from './side-by-side';
import type { FigureWriter } from './write-figures';

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

/** A batch with the stock that was read for it. */
type Read = { due: DuePush[]; stock: StockRead };

async function readBatches(deps: PushDeps, turn: PushTurn, connection: ConnectionView, taken: readonly DuePush[]) {
  const auth = await turn.lazada();
  const locationIds = await turn.stockLocations(connection);
  const read = async (batch: readonly DuePush[]): Promise<Read> => {
    const due = await readBackBeliefs(deps, turn, auth, batch);
    return { due, stock: await readStock(deps, turn, due, locationIds) };
  };
  return sideBySide(inBatches(taken, deps.batches.skus), read);
}

type Decide = (push: DuePush) => Decided;

/**
 * With orders unknown quantities only go down: from what Lazada has now, not from what we believe, which orders may have taken from
 * since. What would be raised by that waits for the feed.
 */
async function downFromNow(
  deps: PushDeps,
  turn: PushTurn,
  due: readonly DuePush[],
  decide: Decide,
): Promise<Decided[]> {
  const first = due.map(decide);
  const toSend = first.flatMap((row) => (row.kind === 'send' ? [{ ...row.push, mustReadBack: true }] : []));
  const read = await readBackBeliefs(deps, turn, await turn.lazada(), toSend);
  const again = new Map(read.map((push) => [push.variantId, decide(push)]));
  return first.map((row) => again.get(row.push.variantId) ?? row);
}

async function decideAll(deps: PushDeps, turn: PushTurn, connection: ConnectionView, reads: readonly Read[]) {
  // The feed comes after the stock: what was sold while the stock was read is then known too (design §1).
  const feedFreshAtMs = await readFeeds(deps, turn.merchantId, connection.id, await turn.lazada());
  const feeding = reads.flatMap(({ due }) => due.map(feedingOf));
  const begunAtMs = Math.min(...reads.map(({ stock }) => stock.begunAtMs));
  const units = await deps.stockFacts.soldUnits(turn.merchantId, feeding, new Date(begunAtMs));
  const now = deps.clock.now();
  const decided = reads.map(({ due, stock }) => {
    const flying = inFlightByVariant(units, stock);
    const decide: Decide = (push) => {
      const inFlight = flying.get(variantId(push.variantId)) ?? [];
      return decideQuantity(push, { connection, stock, inFlight, feedFreshAtMs, now });
    };
    const isFresh = feedFreshAtMs !== null && feedFreshAtMs >= stock.begunAtMs;
    return isFresh ? due.map(decide) : downFromNow(deps, turn, due, decide);
  });
  return (await Promise.all(decided)).flat();
}

const NOTHING = { due: 0, wrote: false };

/**
 * Some batches of quantities, side by side. The feed read here also tells what slipped in between those before and their stock
 * readings; after the last ones the turn reads it once more. Answers how many were due, and whether one was written.
 * @throws whatever one of the batches met, once the others are done: no reading or write is lost
 */
export async function pushQuantities(
  deps: PushDeps,
  turn: PushTurn,
  settling: Settling,
): Promise<{ due: number; wrote: boolean }> {
  const { skus, atOnce } = deps.batches;
  const taken = await turn.quantities.next(turn, skus * atOnce);
  if (taken.length === 0) return NOTHING;
  const connection = await turn.settingsFor('quantity');
  if (connection === null) return NOTHING;
  const { done: reads, failure } = await readBatches(deps, turn, connection, taken);
  if (failure && reads.length === 0) throw failure.reason;
  const decided = await decideAll(deps, turn, connection, reads);
  const auth = await turn.lazada();
  const shop = {
    connectionId: connection.id,
    figure: 'quantity' as const,
    auth,
    writer: quantityWriter(deps, auth),
    settling,
  };
  const written = await finishBatches(deps, turn, shop, decided);
  if (failure) throw failure.reason;
  return { due: taken.length, wrote: written > 0 };
}
