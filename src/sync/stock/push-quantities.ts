import { variantId } from '@/src/domain/ids';
import { inFlightByVariant } from '@/src/domain/stock/in-flight';
import type { ConnectionView, LazadaAccess } from '../ports/access';
import type { DuePush } from '../ports/stock';
import { decideQuantity } from './decide-quantity';
import { feedingOf } from './feeding';
import { type Decided, finishBatches } from './finish-batches';
import type { PushDeps } from './push-deps';
import { readFeeds } from './read-feeds';
import { readBackBeliefs, readListings } from './read-listings';
import type { PushTurn } from './push-turn';
import { type QuantityRound, type Read, readAhead, readRound } from './quantity-round';
import type { Settling } from './settling';
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

async function writeRound(
  deps: PushDeps,
  turn: PushTurn,
  settling: Settling,
  connection: ConnectionView,
  decided: readonly Decided[],
) {
  const auth = await turn.lazada();
  const writer = quantityWriter(deps, auth);
  const shop = { connectionId: connection.id, figure: 'quantity' as const, auth, writer, settling };
  return (await finishBatches(deps, turn, shop, decided)) > 0;
}

/** The quantities of one turn. */
export type QuantityPush = {
  /** Some batches, side by side; false: nothing was due. @throws whatever one of them met, once the others are done: nothing that was reached is lost */
  batch(): Promise<boolean>;
  /** Writes what was read ahead; nothing is read any more. */
  end(): Promise<void>;
  /** Nothing more is written; what is being read is waited for. */
  abandon(): Promise<void>;
  /** Whether the last batches wrote. If not, they have read the feed after the write before them. */
  wrote(): boolean;
};

/**
 * While one round is written the stock of the next one is read: neither platform's calls wait for the other's. Its feed is read after that
 * write, right before its own, and so also tells what slipped in between the stock reading before and its write; after the last
 * round the turn reads it once more.
 */
export function createQuantityPush(deps: PushDeps, turn: PushTurn, settling: Settling): QuantityPush {
  let ahead: Promise<QuantityRound | null> | undefined;
  let wrote = false;

  async function nextRound(): Promise<QuantityRound | null> {
    const reading = ahead;
    ahead = undefined;
    return reading ? readAhead(deps, turn, reading) : readRound(deps, turn);
  }

  async function batch(): Promise<boolean> {
    const round = await nextRound();
    if (round === null) return false;
    const { connection, done: reads, failure } = round;
    const decided = await decideAll(deps, turn, connection, reads);
    if (!failure && !turn.shouldStop()) {
      ahead = readRound(deps, turn);
      // Told by whoever waits for it.
      ahead.catch(() => undefined);
    }
    wrote = await writeRound(deps, turn, settling, connection, decided);
    if (failure) throw failure.reason;
    return true;
  }

  return {
    batch,
    async end() {
      while (ahead) await batch();
    },
    async abandon() {
      await ahead?.catch(() => undefined);
    },
    wrote: () => wrote,
  };
}
