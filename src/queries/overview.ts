import type { Tx } from '@/src/db/client';
import { Prisma } from '@/src/db/generated/client';
import type { TenantDoor } from '@/src/db/tenant';
import { type DifferenceRow, readComparison } from './differences';
import { type Freshness, readFreshness } from './freshness';

/** "Today" begins at midnight in Vietnam: 17:00 UTC (interface.md). */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

export type OverviewView = {
  ordersFeedAt: Date | null;
  ordersFeedError: string | null;
  listingsReadAt: Date | null;
  catalogReadAt: Date | null;
  /** Orders up to here were read; ahead of `ordersFeedAt` while an outage is being caught up. */
  ordersCursor: Date | null;
  freshness: Freshness;
  ordersToday: number;
  failingOrders: number;
  linked: number;
  published: number;
  waiting: number;
  issues: number;
  /** What the last whole reading of Lazada's figures showed (R10.7). */
  compared: { at: Date; checked: number; differed: number } | null;
  differences: DifferenceRow[];
  /** Cấu hình was saved at least once. */
  settingsSaved: boolean;
  pushPrice: boolean;
  pushQuantity: boolean;
  events: { at: Date; kind: string; lazadaOrderId: string | null; facts: Record<string, unknown> }[];
};

export function createOverviewQuery(door: TenantDoor, now: () => number) {
  return (merchantId: string, connectionId: string): Promise<OverviewView | null> =>
    door(merchantId, async (tx) => {
      const connection = await tx.connection.findFirst({ where: { id: connectionId, merchantId } });
      if (!connection) return null;
      const merchant = await tx.merchant.findUniqueOrThrow({ where: { id: merchantId } });
      const today = new Date(Math.floor((now() + VIETNAM_OFFSET_MS) / DAY_MS) * DAY_MS - VIETNAM_OFFSET_MS);
      const figures = await readFigures(tx, connectionId, today);
      const { reconciledAt, reconcileChecked: checked } = connection;
      const { differed, recent } = await readComparison(tx, connectionId, reconciledAt);
      return {
        ...figures,
        freshness: await readFreshness(tx, connectionId, today),
        ordersFeedAt: connection.ordersFeedAt,
        ordersCursor: connection.ordersCursor,
        ordersFeedError: connection.ordersFeedError,
        listingsReadAt: connection.listingsReadAt,
        catalogReadAt: merchant.catalogReadAt,
        settingsSaved: connection.settingsVersion > 0,
        pushPrice: connection.pushPrice,
        pushQuantity: connection.pushQuantity,
        // A reading before anything was linked or switched on compared nothing.
        compared: reconciledAt && checked > 0 ? { at: reconciledAt, checked, differed } : null,
        differences: recent,
        events: await readEvents(tx, merchantId, connectionId),
      };
    });
}

type Figures = Pick<OverviewView, 'ordersToday' | 'failingOrders' | 'linked' | 'published' | 'waiting' | 'issues'>;

async function readFigures(tx: Tx, connectionId: string, today: Date): Promise<Figures> {
  const rows = await tx.$queryRaw<Figures[]>`
    SELECT
      (SELECT count(*)::int FROM "ChannelOrder" WHERE "connectionId" = ${connectionId}::uuid AND "lazadaCreatedAt" >= ${today}) AS "ordersToday",
      (SELECT count(*)::int FROM "ChannelOrder" WHERE "connectionId" = ${connectionId}::uuid AND decision = 'failing') AS "failingOrders",
      (SELECT count(*)::int FROM "ListingLink" WHERE "connectionId" = ${connectionId}::uuid) AS linked,
      (SELECT count(*)::int FROM "Publication" WHERE "connectionId" = ${connectionId}::uuid AND state = 'published') AS published,
      (SELECT count(*)::int FROM "Push" p JOIN "Connection" c ON c.id = p."connectionId" WHERE p."connectionId" = ${connectionId}::uuid
         AND p.wanted > p.done AND CASE p.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END) AS waiting,
      (SELECT count(*)::int FROM "SyncIssue" WHERE "closedAt" IS NULL AND level <> 'info'
         AND ("connectionId" = ${connectionId}::uuid OR "connectionId" IS NULL)) AS issues`;
  const row = rows[0];
  if (!row) throw new Error('the overview query gave no row');
  return row;
}

const EVENTS = 8;
/** Told in an order's own trail; between them nothing else would be seen here. */
const EVERYDAY = ['order_notified', 'order_seen', 'order_changed', 'order_imported'];

type EventRow = Omit<OverviewView['events'][number], 'facts'> & { facts: unknown };

/**
 * The shop's and the merchant's own, each in the order of its index: PostgreSQL takes a shop's rows for few (docs/decisions/rows-of-a-new-shop.md)
 * and would read and sort all of them.
 */
async function readEvents(tx: Tx, merchantId: string, connectionId: string): Promise<OverviewView['events']> {
  await tx.$executeRaw`SET LOCAL enable_sort = off`;
  const newest = (of: Prisma.Sql) => Prisma.sql`(SELECT id, at, kind, "lazadaOrderId", facts FROM "TrailEvent"
    WHERE ${of} AND kind <> ALL(${EVERYDAY}::text[]) ORDER BY "connectionId" DESC, at DESC LIMIT ${EVENTS})`;
  const rows = await tx.$queryRaw<EventRow[]>`
    SELECT at, kind, "lazadaOrderId", facts FROM (
      ${newest(Prisma.sql`"connectionId" = ${connectionId}::uuid`)}
      UNION ALL ${newest(Prisma.sql`"connectionId" IS NULL AND "merchantId" = ${merchantId}::uuid`)}) e
    ORDER BY at DESC, id DESC LIMIT ${EVENTS}`;
  await tx.$executeRaw`SET LOCAL enable_sort = on`;
  return rows.map(({ facts, ...event }) => ({ ...event, facts: asRecord(facts) }));
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
