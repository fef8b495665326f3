import { isPlatformError } from '@/src/clients/http/platform-error';
import type { HaravanAccess } from '../ports/access';
import type { DuePush } from '../ports/stock';
import type { PushDeps } from '../stock/push-deps';
import type { PushTurn } from '../stock/push-turn';

/** Lazada takes 50 SKUs a call, Haravan gives 50 products a call (lazada.md §7.1, haravan.md §2.6). */
const BATCH = 50;
const PAGE = 50;
/** So many due prices are looked at together: variants of one product then share one reading. */
const WINDOW = 500;
/** What was read longer ago is read again: prices are read at the last moment (design §1). */
const FRESH_MS = 10_000;

type Deps = Pick<PushDeps, 'pushes' | 'haravan' | 'clock'>;

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

/**
 * The due prices of one shop, 50 at a time, with what Haravan asks for them now. A page of products serves all the batches that
 * need it, so that a catalog costs no more readings than it has pages.
 */
export function createPriceWindow(deps: Deps): PriceWindow {
  let waiting: DuePush[] = [];
  let takenAt = Number.NEGATIVE_INFINITY;
  const prices = new Map<string, number>();
  const read = new Set<string>();

  async function take(turn: PushTurn): Promise<void> {
    const now = deps.clock.now();
    if (waiting.length > 0 && now - takenAt < FRESH_MS) return;
    waiting = await deps.pushes.takeDue(turn.merchantId, turn.connectionId, 'price', new Date(now), WINDOW);
    // From its end: a database that is slow must not make every batch look for all of them again.
    takenAt = deps.clock.now();
    prices.clear();
    read.clear();
  }

  /** A page that is read anyway is filled with what the next batches need. */
  async function readPage(turn: PushTurn, due: readonly DuePush[]): Promise<void> {
    const unread = (rows: readonly DuePush[]) => productsOf(rows).filter((id) => !read.has(id));
    const missing = unread(due);
    if (missing.length === 0) return;
    const ids = [...new Set([...missing, ...unread(waiting)])].slice(0, PAGE);
    const { products } = await deps.haravan.listProducts(await turn.haravan(), { ids, limit: PAGE });
    for (const id of ids) read.add(id);
    for (const { variants } of products) for (const { id, price } of variants) prices.set(id, price);
  }

  return {
    async next(turn) {
      await take(turn);
      const due = waiting.splice(0, BATCH);
      if (due.length === 0) return { due, prices };
      await readPage(turn, due);
      for (const { variantId } of due) {
        if (prices.has(variantId)) continue;
        const price = await readAlone(deps, await turn.haravan(), variantId);
        if (price !== null) prices.set(variantId, price);
      }
      return { due, prices };
    },
  };
}
