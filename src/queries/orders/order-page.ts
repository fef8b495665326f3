import type { Tx } from '@/src/db/client';
import { Prisma } from '@/src/db/generated/client';
import type { OrderListView } from './order-list';
import type { OrderTab } from './order-tabs';

export type OrderFilter = { tab: OrderTab; search: string; page: number };

export type StoredOrder = {
  lazadaOrderId: string;
  haravanOrderId: string | null;
  haravanName: string | null;
  createdAt: Date;
  statuses: string[];
  decision: string;
  decisionReason: string | null;
  deadlineAt: Date | null;
  total: number;
  /** Sealed. */
  detail: string;
  orderProcessing: string;
  openIssues: number;
  matching: number;
};

/** Who packs now is not fined (R10.9); carriers collect in the afternoon. */
const URGENT_MS = 4 * 3_600_000;

/** Aliases: o (ChannelOrder). */
const openIssues = Prisma.sql`(SELECT count(*)::int FROM "SyncIssue" i WHERE i."connectionId" = o."connectionId" AND i."closedAt" IS NULL
  AND i.level <> 'info' AND i."subjectKind" = 'order' AND i."subjectId" = o."lazadaOrderId")`;
const inTrouble = Prisma.sql`(o.decision = 'failing' OR ${openIssues} > 0)`;

export async function readOrderCounts(
  tx: Tx,
  connectionId: string,
  now: Date,
): Promise<Pick<OrderListView, 'counts' | 'urgent'>> {
  const soon = new Date(now.getTime() + URGENT_MS);
  const rows = await tx.$queryRaw<(Record<OrderTab, number> & { urgent: number })[]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE tab = 'to_confirm')::int AS to_confirm,
      count(*) FILTER (WHERE tab = 'to_hand_over')::int AS to_hand_over, count(*) FILTER (WHERE tab = 'in_transit')::int AS in_transit,
      count(*) FILTER (WHERE tab = 'done')::int AS done,
      count(*) FILTER (WHERE tab = 'canceled_or_returned')::int AS canceled_or_returned,
      count(*) FILTER (WHERE trouble)::int AS issue,
      count(*) FILTER (WHERE tab = 'to_confirm' AND "deadlineAt" < ${soon})::int AS urgent
    FROM (SELECT o.tab, o."deadlineAt", ${inTrouble} AS trouble FROM "ChannelOrder" o
      WHERE o."connectionId" = ${connectionId}::uuid) counted`;
  if (!rows[0]) throw new Error('the count of orders gave no row');
  const { urgent, ...counts } = rows[0];
  return { counts, urgent };
}

/** What waits for ready-to-ship comes by time left (R10.9), everything else newest first. */
export function readOrderPage(
  tx: Tx,
  connectionId: string,
  filter: OrderFilter,
  pageSize: number,
): Promise<StoredOrder[]> {
  const order = filter.tab === 'to_confirm' ? Prisma.sql`o."deadlineAt" ASC NULLS LAST,` : Prisma.empty;
  return tx.$queryRaw<StoredOrder[]>`
    SELECT o."lazadaOrderId", o."haravanOrderId", o."haravanName", o."lazadaCreatedAt" AS "createdAt", o.statuses, o.decision,
      o."decisionReason", o."deadlineAt", o.total::float8 AS total, o.detail, c."orderProcessing", ${openIssues} AS "openIssues",
      count(*) OVER ()::int AS matching
    FROM "ChannelOrder" o JOIN "Connection" c ON c.id = o."connectionId"
    WHERE ${orderCondition(connectionId, filter)}
    ORDER BY ${order} o."lazadaCreatedAt" DESC, o."lazadaOrderId" DESC
    LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`;
}

/** Aliases: o (ChannelOrder). */
export function orderCondition(connectionId: string, { tab, search }: Omit<OrderFilter, 'page'>): Prisma.Sql {
  const conditions = [Prisma.sql`o."connectionId" = ${connectionId}::uuid`];
  if (tab === 'issue') conditions.push(inTrouble);
  else if (tab !== 'all') conditions.push(Prisma.sql`o.tab = ${tab}`);
  const number = search.replace(/[#\s]/gu, '').toLowerCase();
  if (number !== '') {
    const like = `%${number.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(Prisma.sql`(lower(o."lazadaOrderId") LIKE ${like} OR lower(o."haravanName") LIKE ${like}
      OR o."haravanOrderId" = ${number})`);
  }
  return Prisma.join(conditions, ' AND ');
}
