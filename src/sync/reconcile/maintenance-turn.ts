import { warnOfDeadline } from '../connection/access-issues';
import type { CheckSeller } from '../connection/check-seller';
import type { ConnectionStore, ReconcileStore } from '../ports/connection';
import type { InboxStore } from '../ports/inbox';
import type { IssueStore } from '../ports/issues';
import type { LoginStateStore } from '../ports/login-state';
import type { Turn, TurnHandler, TurnQueue } from '../ports/turn';
import type { CatalogWishes } from '../ports/wishes';
import type { Clock } from '../ports/world';

const DAY_MS = 86_400_000;
/** Orders changed within these days are compared again (R4.7). */
const ORDER_DAYS = 2;
const INBOX_DAYS = 7;
/** A reading begins a moment after the comparison that wished it. */
const ALMOST = 0.9;
/** Kept past their end, so that a late return is told "expired" and not "unknown". */
const STATE_DAYS = 1;

export type MaintenanceDeps = {
  reconcile: ReconcileStore;
  catalog: Pick<CatalogWishes, 'pullCatalog' | 'pullListings'>;
  connections: Pick<ConnectionStore, 'renewal'>;
  checkSeller: CheckSeller;
  issues: IssueStore;
  inbox: Pick<InboxStore, 'forgetProcessed'>;
  states: Pick<LoginStateStore, 'forgetExpired'>;
  queue: TurnQueue;
  clock: Clock;
  reconcileMs: number;
};

/**
 * Lane `maintenance`: has both sides read whole and compared (R8.3). What differs is found, counted and mended by the
 * readings themselves; this turn only wishes them.
 */
export function createMaintenanceTurn(deps: MaintenanceDeps): TurnHandler {
  const { clock } = deps;

  async function tidy(merchantId: string, nowMs: number): Promise<void> {
    await deps.inbox.forgetProcessed(merchantId, new Date(nowMs - INBOX_DAYS * DAY_MS));
    await deps.states.forgetExpired(new Date(nowMs - STATE_DAYS * DAY_MS));
  }

  async function compareBothSides(turn: Turn & { connectionId: string }, nowMs: number): Promise<Date> {
    const { merchantId, connectionId, fence } = turn;
    const nextAt = new Date(nowMs + deps.reconcileMs);
    const at = new Date(nowMs);
    await deps.reconcile.start(merchantId, connectionId, at, nextAt, new Date(nowMs - ORDER_DAYS * DAY_MS), fence);
    // Several shops share one catalog: the first of them that is due has it read (spec R10.12).
    const recently = new Date(nowMs - deps.reconcileMs * ALMOST);
    if (!(await deps.reconcile.catalogReadSince(merchantId, recently))) await deps.catalog.pullCatalog(merchantId, at);
    await deps.catalog.pullListings(merchantId, connectionId, at);
    await deps.queue.request({ lane: 'catalog', merchantId, connectionId: null });
    await deps.queue.request({ lane: 'catalog', merchantId, connectionId });
    await deps.queue.request({ lane: 'orders', merchantId, connectionId });
    return nextAt;
  }

  async function lookAfterAccess(turn: Turn & { connectionId: string }, nowMs: number): Promise<void> {
    const { merchantId, connectionId, fence } = turn;
    const access = await deps.connections.renewal(merchantId, connectionId);
    if (access?.state !== 'active') return;
    await warnOfDeadline(deps.issues, { merchantId, connectionId }, access, nowMs, fence);
    await deps.checkSeller(merchantId, connectionId, fence);
  }

  return async (turn) => {
    const { merchantId, connectionId } = turn;
    const nowMs = clock.now();
    await tidy(merchantId, nowMs);
    if (connectionId === null) return { more: false };
    const dueAt = await deps.reconcile.dueAt(merchantId, connectionId);
    if (dueAt === null) return { more: false };
    if (dueAt.getTime() > nowMs) return { more: false, nextAt: dueAt };
    const shop = { ...turn, connectionId };
    const nextAt = await compareBothSides(shop, nowMs);
    await lookAfterAccess(shop, nowMs);
    return { more: false, nextAt };
  };
}
