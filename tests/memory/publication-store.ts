import { searchText } from '@/src/domain/catalog/search-text';
import { NoSuchConnection } from '@/src/sync/ports/access';
import type { ProductFilter, ProductSelection, PublicationStore, RunRequest } from '@/src/sync/ports/catalog';
import type { ProductRow, PublicationRow, RunRow } from './catalog-rows';
import type { MemoryDatabase } from './memory-database';
import { type ShopRows, shopOf, type TenantRows } from './tenant-rows';

const isPublished = (shop: ShopRows, productId: string) => shop.publications.get(productId)?.state === 'published';

function passes(shop: ShopRows, product: ProductRow, filter: ProductFilter): boolean {
  const words = searchText(filter.search ?? '')
    .split(' ')
    .filter(Boolean);
  return (
    words.every((word) => product.searchText.includes(word)) &&
    (!filter.vendor || product.vendor === filter.vendor) &&
    (!filter.kind || product.kind === filter.kind) &&
    (!filter.tag || product.tags.split(', ').includes(filter.tag)) &&
    (filter.status !== 'on_channel' || isPublished(shop, product.productId)) &&
    (filter.status !== 'off_channel' || !isPublished(shop, product.productId))
  );
}

/** The products a merchant means. */
function chosen(shop: ShopRows, product: ProductRow, selection: ProductSelection): boolean {
  if ('productIds' in selection) return selection.productIds.includes(product.productId);
  return passes(shop, product, selection.filter);
}

function openRun(
  rows: TenantRows,
  run: Pick<RunRow, 'id' | 'connectionId' | 'kind'>,
  total: number,
  { by, at }: RunRequest,
) {
  if (!rows.connections.has(run.connectionId)) throw new NoSuchConnection();
  const ended = { finishedAt: total === 0 ? at : null, canceledAt: null };
  rows.runs.set(run.id, { ...run, total, requestedBy: by, createdAt: at, ...ended });
  return { runId: run.id, total };
}

const freshPublication = (productId: string, runId: string, at: Date): PublicationRow => ({
  ...{ productId, state: 'published', wanted: 1, matched: 0, dueAt: at, attempts: 0, blockedBy: null, runId },
  ...{ publishedAt: at, removedAt: null },
});

/** `removedAt` stays until the match, so that a canceled run can put a product back where it was. */
function publishOne(shop: ShopRows, productId: string, runId: string, at: Date): void {
  const row = shop.publications.get(productId);
  if (!row) return void shop.publications.set(productId, freshPublication(productId, runId, at));
  const publishedAt = row.state === 'removed' ? at : row.publishedAt;
  const wished = { wanted: row.wanted + 1, dueAt: at, attempts: 0, blockedBy: null, runId };
  Object.assign(row, { ...wished, state: 'published', publishedAt });
}

function unpublishOne(row: PublicationRow, runId: string, at: Date): void {
  const wished = { wanted: row.wanted + 1, dueAt: at, blockedBy: null, runId };
  Object.assign(row, { ...wished, state: 'removed', removedAt: at });
}

const ofRun = (shop: ShopRows, runId: string) =>
  [...shop.publications.values()].filter((row) => row.runId === runId && row.wanted > row.matched);

/** What the run has not reached goes back to where it was; never published before means not there at all. */
function withdraw(shop: ShopRows, { id, kind }: RunRow): number {
  let withdrawn = 0;
  for (const row of ofRun(shop, id)) {
    if (kind === 'unpublish' && row.state === 'removed') {
      Object.assign(row, { state: 'published', removedAt: null, runId: null });
    } else if (kind === 'publish' && row.matched === 0) shop.publications.delete(row.productId);
    else if (kind === 'publish' && row.removedAt !== null) Object.assign(row, { state: 'removed', runId: null });
    else continue;
    withdrawn += 1;
  }
  return withdrawn;
}

export function createPublicationStore({ door, newId }: MemoryDatabase): PublicationStore {
  return {
    publish: (merchantId, connectionId, request) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const id = newId();
        const alive = [...rows.products.values()].filter((row) => row.deletedAt === null);
        const picked = alive.filter((row) => chosen(shop, row, request.selection));
        for (const { productId } of picked) publishOne(shop, productId, id, request.at);
        return openRun(rows, { id, connectionId, kind: 'publish' }, picked.length, request);
      }),
    unpublish: (merchantId, connectionId, request) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const id = newId();
        const picked = [...shop.publications.values()].filter((row) => {
          const product = rows.products.get(row.productId);
          return row.state === 'published' && product && chosen(shop, product, request.selection);
        });
        for (const row of picked) unpublishOne(row, id, request.at);
        return openRun(rows, { id, connectionId, kind: 'unpublish' }, picked.length, request);
      }),
    cancelRun: (merchantId, runId, at) =>
      door(merchantId, (rows) => {
        const run = rows.runs.get(runId);
        if (!run) return null;
        const { connectionId } = run;
        if (run.finishedAt !== null || run.canceledAt !== null) return { connectionId, withdrawn: 0 };
        const withdrawn = withdraw(shopOf(rows, connectionId), run);
        Object.assign(run, { canceledAt: at, finishedAt: at });
        return { connectionId, withdrawn };
      }),
    finishRuns: (merchantId, connectionId, at) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        for (const run of rows.runs.values()) {
          if (run.connectionId !== connectionId || run.finishedAt !== null) continue;
          if (ofRun(shop, run.id).length === 0) run.finishedAt = at;
        }
      }),
    run: (merchantId, runId) =>
      door(merchantId, (rows) => {
        const run = rows.runs.get(runId);
        if (!run) return null;
        const { id, kind, total, createdAt, finishedAt, canceledAt } = run;
        const waiting = finishedAt === null ? ofRun(shopOf(rows, run.connectionId), runId).length : 0;
        return { id, kind, total, waiting, createdAt, finishedAt, canceledAt };
      }),
  };
}
