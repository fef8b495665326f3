import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { HaravanAccess } from '../ports/access';
import type { Clock } from '../ports/world';
import { ordersSince } from './haravan-order-scan';

const PAGE_ROWS = 50;
/** An index that nobody asked for this long is forgotten, and read anew when needed. */
const IDLE_MS = 3_600_000;
/** A batch of orders asks one after another: the answer of a moment ago is good enough. */
const RECENT_MS = 30_000;

type Index = {
  /** Orders created since then are known. */
  sinceMs: number;
  /** Where the first reading has come to; null when it is complete. */
  resumeMs: number | null;
  newestId: bigint;
  readAtMs: number;
  usedAtMs: number;
  byNumber: Map<string, Set<string>>;
};

const emptyIndex = (sinceMs: number): Index => ({
  sinceMs,
  resumeMs: sinceMs,
  newestId: 0n,
  readAtMs: 0,
  usedAtMs: 0,
  byNumber: new Map(),
});

export type HaravanOrderIndex = {
  /** Ids of the merchant's Haravan orders, created since then, that bear this number. */
  find(merchantId: string, auth: HaravanAccess, number: string, sinceMs: number): Promise<string[]>;
};

function remember(index: Index, order: HaravanOrder): void {
  if (/^\d+$/.test(order.id) && BigInt(order.id) > index.newestId) index.newestId = BigInt(order.id);
  for (const number of new Set([order.name, order.orderNumber])) {
    if (number !== undefined) index.byNumber.set(number, (index.byNumber.get(number) ?? new Set()).add(order.id));
  }
}

/**
 * Haravan finds orders by time only, never by number (haravan.md §2.15). A first import of thousands of orders would read the same
 * weeks for each of them, so what was read is kept: only what came since is read again. Progress survives a throttle.
 */
export function createHaravanOrderIndex(haravan: Pick<HaravanClient, 'listOrders'>, clock: Clock): HaravanOrderIndex {
  const indexes = new Map<string, Index>();

  function open(merchantId: string, sinceMs: number): Index {
    for (const [id, { usedAtMs }] of indexes) if (usedAtMs < clock.now() - IDLE_MS) indexes.delete(id);
    const known = indexes.get(merchantId);
    const index = known && known.sinceMs <= sinceMs ? known : emptyIndex(sinceMs);
    index.usedAtMs = clock.now();
    indexes.set(merchantId, index);
    return index;
  }

  async function readFirst(index: Index, auth: HaravanAccess, fromMs: number): Promise<void> {
    for await (const order of ordersSince(haravan, auth, fromMs)) {
      remember(index, order);
      index.resumeMs = Math.max(fromMs, order.createdAt.getTime());
    }
    index.resumeMs = null;
  }

  async function readNew(index: Index, auth: HaravanAccess): Promise<void> {
    const sinceId = String(index.newestId);
    for (let page = 1; ; page += 1) {
      const query = { sinceId, order: 'created_at asc', limit: PAGE_ROWS, page } as const;
      const { orders, rowCount } = await haravan.listOrders(auth, query);
      for (const order of orders) remember(index, order);
      if (rowCount < PAGE_ROWS) return;
    }
  }

  async function refresh(index: Index, auth: HaravanAccess): Promise<void> {
    const startedAtMs = clock.now();
    if (index.resumeMs !== null) await readFirst(index, auth, index.resumeMs);
    else if (index.readAtMs > startedAtMs - RECENT_MS) return;
    else await readNew(index, auth);
    index.readAtMs = startedAtMs;
  }

  return {
    async find(merchantId, auth, number, sinceMs) {
      const index = open(merchantId, sinceMs);
      await refresh(index, auth);
      return [...(index.byNumber.get(number) ?? [])];
    },
  };
}
