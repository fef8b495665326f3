import { isPlatformError } from '@/src/clients/http/platform-error';
import type { HaravanAccess } from '../ports/access';
import type { Refresh } from '../ports/catalog';
import type { Turn } from '../ports/turn';
import { productRecord } from './product-record';
import { type PullCatalogDeps, saveProducts } from './pull-catalog';

const BATCH = 50;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 3_600_000;

type Reading = { products: ReturnType<typeof productRecord>[]; deletedIds: string[]; failed: Refresh[] };

/** A product missing from a list is asked for by itself: only an answer that says so makes it deleted. */
async function readAlone(deps: PullCatalogDeps, auth: HaravanAccess, asked: Refresh, into: Reading): Promise<void> {
  try {
    into.products.push(productRecord(await deps.haravan.getProduct(auth, asked.productId)));
  } catch (error) {
    if (isPlatformError(error, 'not_found')) into.deletedIds.push(asked.productId);
    else if (isPlatformError(error, 'rejected') || isPlatformError(error, 'malformed')) into.failed.push(asked);
    else throw error;
  }
}

async function readBatch(deps: PullCatalogDeps, auth: HaravanAccess, asked: readonly Refresh[]): Promise<Reading> {
  const ids = asked.map((refresh) => refresh.productId);
  const page = await deps.haravan.listProducts(auth, { ids, limit: BATCH });
  const products = page.products.filter(({ id }) => ids.includes(id)).map(productRecord);
  const found = new Set(products.map((product) => product.productId));
  const reading: Reading = { products, deletedIds: [], failed: [] };
  for (const refresh of asked) if (!found.has(refresh.productId)) await readAlone(deps, auth, refresh, reading);
  return reading;
}

function retryAt(now: number, attempts: number): Date {
  return new Date(now + Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 10), LONGEST_RETRY_MS));
}

async function postpone(deps: PullCatalogDeps, turn: Turn, failed: readonly Refresh[]): Promise<void> {
  for (const [attempts, refreshes] of Map.groupBy(failed, (refresh) => refresh.attempts)) {
    const ids = refreshes.map((refresh) => refresh.productId);
    const dueAt = retryAt(deps.clock.now(), attempts);
    await deps.catalog.postponeRefreshes(turn.merchantId, ids, dueAt, 'unreadable', turn.fence);
  }
}

/** Products that Haravan said have changed are read again (spec R2.6). Answers whether more are due. */
export async function refreshProducts(deps: PullCatalogDeps, turn: Turn): Promise<boolean> {
  while (!turn.shouldStop()) {
    const asked = await deps.catalog.takeRefreshes(turn.merchantId, new Date(deps.clock.now()), BATCH);
    if (asked.length === 0) return false;
    const readAt = new Date(deps.clock.now());
    const auth = await deps.access.haravan(turn.merchantId);
    const { products, deletedIds, failed } = await readBatch(deps, auth, asked);
    const refreshed = asked.filter((refresh) => !failed.includes(refresh));
    await saveProducts(deps, turn, { products, deletedIds, readAt }, refreshed);
    await postpone(deps, turn, failed);
    await turn.keepAlive();
  }
  return true;
}
