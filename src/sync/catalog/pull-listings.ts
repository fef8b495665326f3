import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaProductPage } from '@/src/clients/lazada/products';
import { reportKey, reportOf } from '../issues/report-of';
import type { AccessStore, LazadaAccess } from '../ports/access';
import type { KnownListing, ListingRecord, ListingStore, PullState } from '../ports/catalog';
import type { IssueStore } from '../ports/issues';
import type { Turn, TurnQueue } from '../ports/turn';
import type { Clock, Log } from '../ports/world';
import { compareListings } from './compare-listings';
import { type ListingPosition, readPosition, writePosition } from './listing-position';
import { listingRecords } from './listing-record';
import { afterPage, PAGE, queryOf } from './next-listing-page';
import { requestTurns } from './request-turns';

/** What changed is asked for this often even when no push says so. */
const CHANGED_INTERVAL_MS = 600_000;
/** A whole reading spends one call in 20 s on average: a test app has 10 000 a day (design §6). */
const WHOLE_INTERVAL_PER_LISTING_MS = 20_000 / PAGE;
/** A comparison that is due finds the last reading a little younger than the interval: it began a moment after its time. */
const ALMOST = 0.9;

export type PullListingsDeps = {
  listings: ListingStore;
  issues: IssueStore;
  access: Pick<AccessStore, 'lazada'>;
  lazada: Pick<LazadaClient, 'listProducts' | 'listWarehouses'>;
  turns: TurnQueue;
  clock: Clock;
  log: Log;
  /** Both sides are compared this often (spec R9.1 RECONCILE_SECONDS); large shops less often. */
  reconcileMs: number;
};

type Pull = { turn: Turn; connectionId: string; auth: LazadaAccess; startedAt: Date };

function firstPosition(state: PullState & { listings: number }, now: number, reconcileMs: number): ListingPosition {
  const was = readPosition(state.cursor);
  const wholeEveryMs = Math.max(reconcileMs, state.listings * WHOLE_INTERVAL_PER_LISTING_MS);
  const isFresh = state.readAt !== null && now - state.readAt.getTime() < wholeEveryMs * ALMOST;
  if (isFresh && was?.mode === 'idle') return { mode: 'changed', filter: 'all', since: was.since, offset: 0 };
  return { mode: 'whole', windows: [], offset: 0 };
}

/** Several warehouses: only the default one is written, and the merchant is told (design §6). */
async function checkWarehouses(deps: PullListingsDeps, pull: Pull): Promise<void> {
  const { merchantId, fence } = pull.turn;
  const warehouses = await deps.lazada.listWarehouses(pull.auth).catch((error: unknown) => {
    if (isPlatformError(error, 'unauthorized') || !isPlatformError(error)) throw error;
    deps.log.warn({ connectionId: pull.connectionId, reason: error.message }, 'warehouses could not be read');
    return null;
  });
  if (warehouses === null) return;
  const facts = { warehouseCodes: warehouses.map((warehouse) => warehouse.code) };
  const issue = { code: 'multi_warehouse_shop' as const, facts };
  if (warehouses.length > 1) await deps.issues.report(merchantId, [reportOf(pull.connectionId, issue)], fence);
  else await deps.issues.close(merchantId, [reportKey(pull.connectionId, issue)], fence);
}

type Read = { records: ListingRecord[]; known: KnownListing[]; missing: KnownListing[]; readAt: Date };

async function save(deps: PullListingsDeps, pull: Pull, { records, known, missing, readAt }: Read): Promise<void> {
  const { merchantId, fence } = pull.turn;
  const changes = compareListings(known, records, missing, readAt);
  const reading = { listings: records, changes, readAt, readingAt: pull.startedAt };
  const at = new Date(deps.clock.now());
  await requestTurns(
    deps.turns,
    merchantId,
    await deps.listings.save(merchantId, pull.connectionId, reading, at, fence),
  );
}

/** An item is answered with all its SKUs: a mirrored SKU that it lacks is gone. */
async function savePage(deps: PullListingsDeps, pull: Pull, page: LazadaProductPage, deleted: boolean, readAt: Date) {
  const read = page.items.flatMap((item) => listingRecords(item, readAt.getTime()));
  const records = deleted ? read.map((record) => ({ ...record, status: 'deleted' as const })) : read;
  const itemIds = page.items.map((item) => item.itemId);
  const known = await deps.listings.ofItems(pull.turn.merchantId, pull.connectionId, itemIds);
  const seen = new Set(records.map((record) => record.skuId));
  const missing = known.filter((listing) => !seen.has(listing.skuId) && itemIds.includes(listing.itemId));
  if (page.unreadable.length > 0) deps.log.warn({ rows: page.unreadable }, 'listings could not be read');
  await save(deps, pull, { records, known, missing, readAt });
}

/** What paging did not show is asked for by name: lists shift while they are paged, and that must not break a link. */
async function verify(deps: PullListingsDeps, pull: Pull): Promise<'done' | ListingPosition> {
  const { merchantId } = pull.turn;
  const unseen = await deps.listings.unseen(merchantId, pull.connectionId, pull.startedAt, PAGE);
  if (unseen.length === 0) return 'done';
  const readAt = new Date(deps.clock.now());
  const sellerSkus = [...new Set(unseen.map((listing) => listing.sellerSku).filter((sku) => sku !== ''))];
  const page = sellerSkus.length > 0 ? await deps.lazada.listProducts(pull.auth, { filter: 'all', sellerSkus }) : null;
  const read = (page?.items ?? []).flatMap((item) => listingRecords(item, readAt.getTime()));
  const asked = new Map(unseen.map((listing) => [listing.skuId, listing]));
  const records = read.filter((record) => asked.has(record.skuId));
  const found = new Set(records.map((record) => record.skuId));
  const missing = unseen.filter((listing) => !found.has(listing.skuId));
  await save(deps, pull, { records, known: unseen, missing, readAt });
  return { mode: 'verify' };
}

async function step(deps: PullListingsDeps, pull: Pull, position: ListingPosition): Promise<ListingPosition | 'done'> {
  if (position.mode === 'idle') return 'done';
  if (position.mode === 'verify') return verify(deps, pull);
  const readAt = new Date(deps.clock.now());
  const page = await deps.lazada.listProducts(pull.auth, queryOf(position));
  await savePage(deps, pull, page, position.mode === 'changed' && position.filter === 'deleted', readAt);
  const rows = page.items.length + page.unreadable.length;
  return afterPage(position, { rows, totalItems: page.totalItems }, deps.clock.now());
}

async function finish(deps: PullListingsDeps, pull: Pull, wasWhole: boolean): Promise<void> {
  const { merchantId, fence } = pull.turn;
  const { startedAt } = pull;
  await deps.listings.savePosition(
    merchantId,
    pull.connectionId,
    {
      cursor: writePosition({ mode: 'idle', since: startedAt.getTime() }),
      startedAt: null,
      pulledFrom: startedAt,
      readAt: wasWhole ? startedAt : undefined,
      nextAt: new Date(deps.clock.now() + CHANGED_INTERVAL_MS),
    },
    fence,
  );
}

async function run(deps: PullListingsDeps, pull: Pull, from: ListingPosition): Promise<boolean> {
  let position = from;
  while (!pull.turn.shouldStop()) {
    const next = await step(deps, pull, position);
    if (next === 'done') {
      await finish(deps, pull, position.mode === 'verify');
      return true;
    }
    position = next;
    const { startedAt } = pull;
    const { merchantId, fence } = pull.turn;
    await deps.listings.savePosition(merchantId, pull.connectionId, { cursor: writePosition(next), startedAt }, fence);
    await pull.turn.keepAlive();
  }
  return false;
}

/**
 * Lazada's catalog: everything from time to time, in between what changed and what was deleted; resumable after every page.
 * `finished`: a reading ended in this turn, so matching may see more than before.
 */
export async function pullListings(
  deps: PullListingsDeps,
  turn: Turn,
  connectionId: string,
): Promise<{ more: boolean; finished: boolean; nextAt: Date | null }> {
  const state = await deps.listings.pullState(turn.merchantId, connectionId);
  const now = new Date(deps.clock.now());
  if (state.startedAt === null && (state.dueAt === null || state.dueAt > now)) {
    return { more: false, finished: false, nextAt: state.dueAt };
  }
  const auth = await deps.access.lazada(turn.merchantId, connectionId);
  const pull = { turn, connectionId, auth, startedAt: state.startedAt ?? now };
  const resumed = state.startedAt === null ? null : readPosition(state.cursor);
  const position = resumed ?? firstPosition(state, now.getTime(), deps.reconcileMs);
  if (resumed === null && position.mode === 'whole') await checkWarehouses(deps, pull);
  const finished = await run(deps, pull, position);
  return { more: !finished, finished, nextAt: null };
}
