import type { Tx } from '@/src/db/client';
import { Prisma } from '@/src/db/generated/client';

/** What became of a difference: sent again, still to be sent, refused (Lỗi says why), equal by itself, or linked no more. */
export type DifferenceState = 'resent' | 'waiting' | 'refused' | 'settled' | 'unlinked';

export type DifferenceRow = {
  variantId: string;
  sellerSku: string;
  name: string;
  figure: 'price' | 'quantity';
  believed: number;
  found: number;
  foundAt: Date;
  state: DifferenceState;
  /** What we sent since, when `resent`. */
  sent: number | null;
  sentAt: Date | null;
};

export type Comparison = { differed: number; recent: DifferenceRow[] };

const SHOWN = 20;

/** An order came or ended between what we wrote and what was read: Lazada moved the figure itself, and nothing was wrong. */
const BY_ORDER = Prisma.sql`d.figure = 'quantity' AND EXISTS (
  SELECT 1 FROM "OrderItem" i JOIN "ChannelOrder" o ON o."connectionId" = i."connectionId" AND o."lazadaOrderId" = i."lazadaOrderId"
  WHERE i."merchantId" = d."merchantId" AND i."variantId" = d."variantId" AND i."connectionId" = d."connectionId"
    AND (o."lazadaCreatedAt" BETWEEN d."believedAt" - interval '1 minute' AND d."foundAt" + interval '1 minute'
      OR o."lazadaUpdatedAt" BETWEEN d."believedAt" - interval '1 minute' AND d."foundAt" + interval '1 minute'))`;

async function countOf(tx: Tx, connectionId: string, readingAt: Date | null): Promise<number> {
  if (readingAt === null) return 0;
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Difference" d
    WHERE d."connectionId" = ${connectionId}::uuid AND d."readingAt" = ${readingAt} AND NOT (${BY_ORDER})`;
  return rows[0]?.count ?? 0;
}

const recentOf = (tx: Tx, connectionId: string) => tx.$queryRaw<DifferenceRow[]>`
  SELECT d."variantId", d."sellerSku", d.figure, d.believed::float8 AS believed,
    d.found::float8 AS found, d."foundAt",
    CASE WHEN pr.title IS NULL THEN d."sellerSku" WHEN lower(v.title) = 'default title' THEN pr.title
      ELSE pr.title || ' – ' || v.title END AS name,
    CASE WHEN p."variantId" IS NULL THEN 'unlinked'
      WHEN p."lastPushedAt" > d."foundAt" THEN 'resent'
      WHEN p.wanted > p.done AND p.outcome = 'issue' THEN 'refused'
      WHEN p.wanted > p.done THEN 'waiting' ELSE 'settled' END AS state,
    CASE WHEN p."lastPushedAt" > d."foundAt" THEN p."lastValue"::float8 END AS sent,
    CASE WHEN p."lastPushedAt" > d."foundAt" THEN p."lastPushedAt" END AS "sentAt"
  FROM "Difference" d
  LEFT JOIN "Variant" v ON v."merchantId" = d."merchantId" AND v."variantId" = d."variantId"
  LEFT JOIN "Product" pr ON pr."merchantId" = v."merchantId" AND pr."productId" = v."productId"
  LEFT JOIN "Push" p ON p."connectionId" = d."connectionId" AND p."variantId" = d."variantId" AND p.figure = d.figure
  WHERE d."connectionId" = ${connectionId}::uuid AND NOT (${BY_ORDER})
  ORDER BY d."foundAt" DESC, d."sellerSku", d.figure LIMIT ${SHOWN}`;

/**
 * The drift radar (spec R10.7): how many figures the named reading found different, and what was found lately with what was
 * done about it.
 */
export async function readComparison(tx: Tx, connectionId: string, readingAt: Date | null): Promise<Comparison> {
  return { differed: await countOf(tx, connectionId, readingAt), recent: await recentOf(tx, connectionId) };
}
