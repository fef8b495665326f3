import type { ConnectionView } from '../ports/access';
import type { DuePush } from '../ports/stock';
import { inBatches } from './batches';
import type { PushDeps } from './push-deps';
import type { PushTurn } from './push-turn';
import { readBackBeliefs } from './read-listings';
import { readStock, type StockRead } from './read-stock';
import { type SideBySide, sideBySide } from './side-by-side';

/** Stock that waited longer than this for the round before it, whose write stalls, is read again: it is read when it is pushed. */
const LONGEST_WAIT_MS = 2_000;

/** A batch with the stock that was read for it. */
export type Read = { due: DuePush[]; stock: StockRead };

/** Some batches of quantities that are decided together. `failure`: of a batch that could not be read; at least one could. */
export type QuantityRound = {
  taken: readonly DuePush[];
  connection: ConnectionView;
  readAtMs: number;
} & SideBySide<Read>;

async function read(deps: PushDeps, turn: PushTurn, taken: readonly DuePush[], connection: ConnectionView) {
  const auth = await turn.lazada();
  const locationIds = await turn.stockLocations(connection);
  const batches = inBatches(taken, deps.batches.skus);
  const reads = await sideBySide(batches, async (batch): Promise<Read> => {
    const due = await readBackBeliefs(deps, turn, auth, batch);
    return { due, stock: await readStock(deps, turn, due, locationIds) };
  });
  if (reads.failure && reads.done.length === 0) throw reads.failure.reason;
  return { taken, connection, readAtMs: deps.clock.now(), ...reads };
}

/** What is due next, with its stock. null: nothing, or quantities are switched off. @throws PlatformError when nothing could be read */
export async function readRound(deps: PushDeps, turn: PushTurn): Promise<QuantityRound | null> {
  const { skus, atOnce } = deps.batches;
  const taken = await turn.quantities.next(turn, skus * atOnce);
  if (taken.length === 0) return null;
  const connection = await turn.settingsFor('quantity');
  return connection && read(deps, turn, taken, connection);
}

/**
 * A round that was read while the one before it was written, as it may be written now. null: quantities were switched off meanwhile.
 * Other settings that were saved meanwhile have raised the versions beyond those that it acknowledges.
 */
export async function readAhead(
  deps: PushDeps,
  turn: PushTurn,
  ahead: Promise<QuantityRound | null>,
): Promise<QuantityRound | null> {
  const round = await ahead;
  if (round === null) return null;
  const connection = await turn.settingsFor('quantity');
  if (connection === null) return null;
  const waitedMs = deps.clock.now() - round.readAtMs;
  return waitedMs < LONGEST_WAIT_MS ? round : read(deps, turn, round.taken, connection);
}
