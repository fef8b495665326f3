import type { Lane } from '@/src/domain/lane';
import { type TurnKey, turnKeyText } from '@/src/sync/ports/turn';
import { earliest, isDue } from './instants';
import type { MemoryDatabase } from './memory-database';
import { type ConnectionRow, emptyShop, type ShopRows, type TenantRows } from './tenant-rows';
import { isFree } from './turn-leases';

/** When a lane's oldest due wish is due; null: none is. */
type Due = { lane: Lane; connectionId: string | null; at: Date | null };

const NO_SHOP = emptyShop();

/** The earliest of those that are due. */
function dueOf(now: Date, instants: Iterable<Date | null>): Date | null {
  let first: Date | null = null;
  for (const at of instants) if (isDue(at, now)) first = earliest(first, at);
  return first;
}

function* wished<Row extends { wanted: number; dueAt: Date }>(rows: Iterable<Row>, done: (row: Row) => number) {
  for (const row of rows) if (row.wanted > done(row)) yield row.dueAt;
}

function* pushesOf({ pushes }: ShopRows, { view }: ConnectionRow) {
  for (const row of pushes.values()) {
    if (!(row.figure === 'price' ? view.pushPrice : view.pushQuantity)) continue;
    if (row.wanted > row.done) yield row.dueAt;
    yield row.readBackAt;
  }
}

function* open<Row extends { dueAt: Date }>(rows: Iterable<Row>, isOpen: (row: Row) => boolean) {
  for (const row of rows) if (isOpen(row)) yield row.dueAt;
}

function merchantDue({ merchant, inbox, refreshes }: TenantRows, now: Date): Due[] {
  const messages = dueOf(
    now,
    open(inbox.values(), (row) => row.processedAt === null),
  );
  const intake: Due = { lane: 'intake', connectionId: null, at: messages };
  if (merchant?.status !== 'installed' || merchant.tokenState !== 'active') return [intake];
  const { catalogPullAt, webhooksCheckAt, accessRenewAt, refreshToken } = merchant;
  const renews = refreshToken !== null && isDue(accessRenewAt, now);
  const needsCare = renews || isDue(webhooksCheckAt, now);
  const asked = wished(refreshes.values(), (row) => row.done);
  return [
    intake,
    { lane: 'catalog', connectionId: null, at: dueOf(now, [catalogPullAt, ...asked]) },
    { lane: 'connections', connectionId: null, at: needsCare ? earliest(webhooksCheckAt, accessRenewAt) : null },
  ];
}

function connectionDue(row: ConnectionRow, shop: ShopRows, now: Date, hasHaravan: boolean): Due[] {
  const { id: connectionId, status } = row.view;
  if (status === 'disconnected') return [];
  const publications = wished(shop.publications.values(), (one) => one.matched);
  if (status === 'expired') return [{ lane: 'catalog', connectionId, at: dueOf(now, publications) }];
  const orders = wished(shop.orders.values(), (order) => order.done);
  const actions = open(shop.actions.values(), (action) => action.state === 'wanted');
  return [
    { lane: 'catalog', connectionId, at: dueOf(now, [row.listingsPullAt, ...publications]) },
    { lane: 'orders', connectionId, at: dueOf(now, [row.ordersPollAt, ...(hasHaravan ? orders : [])]) },
    { lane: 'actions', connectionId, at: dueOf(now, actions) },
    { lane: 'stock', connectionId, at: hasHaravan ? dueOf(now, pushesOf(shop, row)) : null },
    { lane: 'connections', connectionId, at: dueOf(now, [row.renewAt]) },
    { lane: 'maintenance', connectionId, at: dueOf(now, [row.reconcileAt]) },
  ];
}

/** What src/db/due-turns.ts finds. Leases go by `leaseClock`, when that is another. */
export function findDueTurns(
  { tenants, leases }: MemoryDatabase,
  now: Date,
  limit: number,
  leaseClock = { now: () => now.getTime() },
): TurnKey[] {
  const leaseNow = new Date(leaseClock.now());
  const found: { key: TurnKey; at: Date }[] = [];
  for (const rows of tenants.values()) {
    const hasHaravan = rows.merchant?.tokenState === 'active';
    const shops = [...rows.connections].flatMap(([id, row]) =>
      connectionDue(row, rows.shops.get(id) ?? NO_SHOP, now, hasHaravan),
    );
    for (const { lane, connectionId, at } of [...merchantDue(rows, now), ...shops]) {
      const key = { lane, merchantId: rows.merchantId, connectionId };
      if (at !== null && isFree(leases.get(turnKeyText(key)), leaseNow)) found.push({ key, at });
    }
  }
  found.sort((a, b) => a.at.getTime() - b.at.getTime());
  return found.slice(0, limit).map(({ key }) => key);
}
