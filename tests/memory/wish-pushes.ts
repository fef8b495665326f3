import type { Wished } from '@/src/sync/ports/catalog';
import type { PushStore } from '@/src/sync/ports/stock';
import type { PushRow } from './catalog-rows';
import { earliest, forgottenAt, later } from './instants';
import { shopOf, type TenantRows } from './tenant-rows';

/** Design §6, coalescing: 1 s after the last change, 3 s after the first that is not pushed yet. */
const QUIET_MS = 1_000;
const LONGEST_MS = 3_000;

type PushWish = Parameters<PushStore['wish']>[1];

function raise(row: PushRow, wish: PushWish, at: Date): Date {
  const waits = row.wanted > row.done && row.blockedBy === null;
  const wantedSince = waits ? row.wantedSince : at;
  const dueAt = earliest(later(at, QUIET_MS), later(wantedSince, LONGEST_MS)) ?? at;
  Object.assign(row, { wanted: row.wanted + 1, cause: wish.cause, wantedSince, blockedBy: null, dueAt });
  if (wish.resetAttempts) row.attempts = 0;
  if (wish.forgetBelief) Object.assign(row, { believed: null, believedAt: forgottenAt(at, row.believedAt) });
  return dueAt;
}

/** What src/db/wish-pushes.ts does in one statement. */
export function wishPushes(rows: TenantRows, wish: PushWish, at: Date): Wished['stock'] {
  const chosen = wish.variantIds === 'all' ? null : new Set(wish.variantIds);
  const wished: { connectionId: string; dueAt: Date }[] = [];
  for (const connectionId of wish.connectionId ? [wish.connectionId] : rows.connections.keys()) {
    let last: Date | null = null;
    for (const row of shopOf(rows, connectionId).pushes.values()) {
      if (!wish.figures.includes(row.figure) || (chosen && !chosen.has(row.variantId))) continue;
      const dueAt = raise(row, wish, at);
      if (last === null || dueAt > last) last = dueAt;
    }
    if (last) wished.push({ connectionId, dueAt: last });
  }
  return wished;
}
