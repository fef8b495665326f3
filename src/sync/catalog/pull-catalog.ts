import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanProductPage } from '@/src/clients/haravan/products';
import type { AccessStore, HaravanAccess } from '../ports/access';
import type { CatalogStore, ProductRecord } from '../ports/catalog';
import type { PushStore } from '../ports/stock';
import type { Turn, TurnQueue } from '../ports/turn';
import type { Clock, Log } from '../ports/world';
import { compareProducts } from './compare-products';
import { productRecord } from './product-record';
import { requestTurns } from './request-turns';

const PAGE = 50;
const SHORTEST_INTERVAL_MS = 1_800_000;
/** Reading takes a twentieth of the time at most: Haravan's bucket is for the work that cannot wait. */
const REST_FACTOR = 20;

export type PullCatalogDeps = {
  catalog: CatalogStore;
  pushes: PushStore;
  access: Pick<AccessStore, 'haravan'>;
  haravan: Pick<HaravanClient, 'listLocations' | 'listProducts' | 'getProduct'>;
  turns: TurnQueue;
  clock: Clock;
  log: Log;
};

/** Where the next page begins: ids are numbers, ascending; null when nothing of this page could be placed. */
function lastId(page: HaravanProductPage): string | null {
  const ids = [...page.products, ...page.unreadable].flatMap(({ id }) => (id && /^\d+$/.test(id) ? [BigInt(id)] : []));
  const last = ids.sort((a, b) => (a < b ? -1 : 1)).at(-1);
  return last === undefined ? null : String(last);
}

async function readLocations(deps: PullCatalogDeps, turn: Turn, auth: HaravanAccess, at: Date): Promise<void> {
  const locations = await deps.haravan.listLocations(auth);
  const records = locations.map(({ id, name, type, isPrimary, isUnavailableQuantity }, position) => ({
    locationId: id,
    name,
    isPrimary,
    sellable: type !== 'ontheroad' && !isUnavailableQuantity,
    kind: type ?? '',
    position,
  }));
  const changed = await deps.catalog.saveLocations(turn.merchantId, records, at, turn.fence);
  if (!changed) return;
  const wish = { variantIds: 'all' as const, figures: ['quantity' as const], cause: 'locations_changed' };
  await requestTurns(deps.turns, turn.merchantId, await deps.pushes.wish(turn.merchantId, wish, at));
}

type Progress = { cursor?: string; seenProductIds?: readonly string[] };

/** Compares what was read with the mirror, and writes both the mirror and what follows from it at once. */
export async function saveProducts(
  deps: Pick<PullCatalogDeps, 'catalog' | 'turns'>,
  turn: Turn,
  read: { products: readonly ProductRecord[]; deletedIds: readonly string[]; readAt: Date } & Progress,
  refreshed?: Parameters<CatalogStore['save']>[1]['refreshed'],
): Promise<void> {
  const ids = [...read.products.map((product) => product.productId), ...read.deletedIds];
  const before = await deps.catalog.loadProducts(turn.merchantId, ids);
  const deleted = before.filter((product) => read.deletedIds.includes(product.productId));
  const { products, deletedIds, ...rest } = read;
  const changes = compareProducts(before, products, deleted);
  const reading = { ...rest, products, deletedProductIds: deletedIds, changes, refreshed };
  await requestTurns(
    deps.turns,
    turn.merchantId,
    await deps.catalog.save(turn.merchantId, reading, read.readAt, turn.fence),
  );
}

async function deleteUnseen(deps: PullCatalogDeps, turn: Turn, startedAt: Date): Promise<void> {
  for (;;) {
    const unseen = await deps.catalog.unseenProducts(turn.merchantId, startedAt, PAGE);
    if (unseen.length === 0) return;
    const deletedIds = unseen.map((product) => product.productId);
    await saveProducts(deps, turn, { products: [], deletedIds, readAt: new Date(deps.clock.now()) });
  }
}

async function finish(deps: PullCatalogDeps, turn: Turn, startedAt: Date): Promise<void> {
  await deleteUnseen(deps, turn, startedAt);
  const now = deps.clock.now();
  const nextAt = new Date(now + Math.max(SHORTEST_INTERVAL_MS, (now - startedAt.getTime()) * REST_FACTOR));
  await deps.catalog.finishPull(turn.merchantId, { startedAt, nextAt }, turn.fence);
}

/** One page. Answers the position after it, or null when it was the last. */
async function readPage(
  deps: PullCatalogDeps,
  turn: Turn,
  auth: HaravanAccess,
  cursor: string,
): Promise<string | null> {
  const readAt = new Date(deps.clock.now());
  const page = await deps.haravan.listProducts(auth, { sinceId: cursor === '0' ? undefined : cursor, limit: PAGE });
  const seenProductIds = page.unreadable.flatMap(({ id }) => id ?? []);
  if (page.unreadable.length > 0) deps.log.warn({ rows: page.unreadable }, 'products could not be read');
  const next = lastId(page);
  const read = {
    products: page.products.map(productRecord),
    deletedIds: [],
    readAt,
    cursor: next ?? cursor,
    seenProductIds,
  };
  await saveProducts(deps, turn, read);
  if (page.rowCount < PAGE) return null;
  // Taking such a page for the last one would delete all that follows.
  if (next === null) throw new Error('no product of a full page names its id');
  return next;
}

/**
 * Haravan's whole catalog by ascending id, resumable after every page; what is not seen in a complete reading is deleted.
 * Answers whether pages remain, and when the next reading is due.
 */
export async function pullCatalog(deps: PullCatalogDeps, turn: Turn): Promise<{ more: boolean; nextAt: Date | null }> {
  const state = await deps.catalog.pullState(turn.merchantId);
  const now = new Date(deps.clock.now());
  if (state.startedAt === null && (state.dueAt === null || state.dueAt > now))
    return { more: false, nextAt: state.dueAt };
  const auth = await deps.access.haravan(turn.merchantId);
  const startedAt = state.startedAt ?? now;
  if (state.startedAt === null) {
    await readLocations(deps, turn, auth, now);
    await deps.catalog.beginPull(turn.merchantId, startedAt, turn.fence);
  }
  let cursor = (state.startedAt === null ? null : state.cursor) ?? '0';
  while (!turn.shouldStop()) {
    const next = await readPage(deps, turn, auth, cursor);
    if (next === null) {
      await finish(deps, turn, startedAt);
      return { more: false, nextAt: null };
    }
    cursor = next;
    await turn.keepAlive();
  }
  return { more: true, nextAt: null };
}
