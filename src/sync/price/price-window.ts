import { isPlatformError } from '@/src/clients/http/platform-error';
import type { HaravanAccess } from '../ports/access';
import type { DuePush } from '../ports/stock';
import type { PushDeps } from '../stock/push-deps';
import { createDueWalk } from '../stock/due-walk';
import type { PushTurn } from '../stock/push-turn';

/** Haravan gives 50 products a call (haravan.md §2.6). */
const PAGE = 50;
/** So many due prices are looked at together: variants of one product then share one reading. */
const WINDOW = 1_000;
/** What was read longer ago is read again: prices are read at the last moment (design §1). */
const FRESH_MS = 10_000;

type Deps = Pick<PushDeps, 'pushes' | 'haravan' | 'clock' | 'batches'>;

/** `prices`: Haravan's, by variant; a variant that is gone is missing. */
export type PriceBatch = { due: DuePush[]; prices: ReadonlyMap<string, number> };
export type PriceWindow = { next(turn: PushTurn): Promise<PriceBatch> };

const productsOf = (rows: readonly DuePush[]): string[] => [...new Set(rows.map((push) => push.productId))];

async function readAlone(deps: Deps, auth: HaravanAccess, variantId: string): Promise<number | null> {
  try {
    return (await deps.haravan.getVariant(auth, variantId)).price;
  } catch (error) {
    if (isPlatformError(error, 'not_found')) return null;
    throw error;
  }
}

/** `take`: the number of the look that found it. */
type Taken = { push: DuePush; take: number; at: number };
/** What a product asked for its variants, and after which look it was read. */
type Reading = { prices: Map<string, number>; take: number; at: number };

/**
 * The due prices of one shop, some batches at a time, with what Haravan asks for them now. A page of products serves all the batches that
 * need it, so that a catalog costs no more readings than it has pages. A price counts only for versions that were known before it
 * was read: a change that came between the two stays a wish (design §1).
 */
export function createPriceWindow(deps: Deps): PriceWindow {
  const { skus, atOnce } = deps.batches;
  let waiting: Taken[] = [];
  let takes = 0;
  const walk = createDueWalk(deps, 'price');
  const read = new Map<string, Reading>();

  const isFresh = ({ at }: { at: number }): boolean => deps.clock.now() - at < FRESH_MS;

  function readingOf({ push, take }: Taken): Reading | undefined {
    const reading = read.get(push.productId);
    return reading && reading.take >= take && isFresh(reading) ? reading : undefined;
  }

  const unread = (rows: readonly Taken[]): string[] =>
    productsOf(rows.filter((row) => readingOf(row) === undefined).map((row) => row.push));

  /** Looks for more than are known already. */
  async function take(turn: PushTurn, known: readonly Taken[]): Promise<void> {
    const before = new Set(known.map((row) => row.push.variantId));
    const { rows: taken } = await walk.next(turn, WINDOW);
    takes += 1;
    // From its end: a database that is slow must not make every batch look for all of them again.
    const look = { take: takes, at: deps.clock.now() };
    waiting = [...waiting, ...taken.filter((push) => !before.has(push.variantId)).map((push) => ({ push, ...look }))];
    for (const [id, reading] of read) if (!isFresh(reading)) read.delete(id);
  }

  /** A page that is read anyway is filled with what the next batches need, those beyond the last look too. */
  async function readPage(turn: PushTurn, due: readonly Taken[]): Promise<void> {
    const missing = unread(due);
    if (missing.length === 0) return;
    const wanted = () => [...new Set([...missing, ...unread(waiting)])];
    if (!walk.isAtEnd() && wanted().length < PAGE) await take(turn, [...due, ...waiting]);
    const ids = wanted().slice(0, PAGE);
    const lastLook = takes;
    const products = await deps.haravan.listPrices(await turn.haravan(), ids);
    const found = new Map(products.map(({ id, variants }) => [id, variants]));
    for (const id of ids) {
      const prices = new Map((found.get(id) ?? []).map((variant) => [variant.id, variant.price]));
      read.set(id, { prices, take: lastLook, at: deps.clock.now() });
    }
  }

  /** Whatever else was read already goes along: no reading is waited for twice. */
  function takeRead(most: number): Taken[] {
    const isRead = (row: Taken) => readingOf(row)?.prices.has(row.push.variantId) === true;
    const along = waiting.filter(isRead).slice(0, most);
    const taken = new Set(along);
    waiting = waiting.filter((row) => !taken.has(row));
    return along;
  }

  async function next(turn: PushTurn): Promise<PriceBatch> {
    waiting = waiting.filter(isFresh);
    if (waiting.length === 0) await take(turn, []);
    const first = waiting.splice(0, skus);
    await readPage(turn, first);
    const due = [...first, ...takeRead(skus * (atOnce - 1))];
    const prices = new Map<string, number>();
    for (const { push, reading } of due.map((row) => ({ push: row.push, reading: readingOf(row) }))) {
      const { variantId } = push;
      const price = reading?.prices.get(variantId) ?? (await readAlone(deps, await turn.haravan(), variantId));
      if (price !== null) prices.set(variantId, price);
    }
    for (const { push } of due) turn.onTheWay.price.add(push.variantId);
    return { due: due.map((row) => row.push), prices };
  }

  return { next };
}
