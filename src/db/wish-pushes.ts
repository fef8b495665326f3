import type { Wished } from '@/src/sync/ports/catalog';
import type { Figure } from '@/src/sync/ports/wishes';
import type { Tx } from './client';
import { Prisma } from './generated/client';

/** Design §6, coalescing: 1 s after the last change, 3 s after the first that is not pushed yet. */
const QUIET_MS = 1_000;
const LONGEST_MS = 3_000;

export type PushWish = {
  variantIds: readonly string[] | 'all';
  figures: readonly Figure[];
  cause: string;
  connectionId?: string;
  forgetBelief?: boolean;
  resetAttempts?: boolean;
};

type Row = { connectionId: string; dueAt: Date };

/**
 * Raises the versions. A change that waits already is not put off beyond its bound; a parked one is woken and counts from now.
 * A belief that is forgotten gets a new time, so that a push under way cannot put its own in its place.
 */
export async function wishPushes(tx: Tx, merchantId: string, wish: PushWish, at: Date): Promise<Wished['stock']> {
  if (wish.variantIds.length === 0) return [];
  const variants =
    wish.variantIds === 'all' ? Prisma.empty : Prisma.sql`AND "variantId" = ANY(${[...wish.variantIds]}::text[])`;
  const connection = wish.connectionId ? Prisma.sql`AND "connectionId" = ${wish.connectionId}::uuid` : Prisma.empty;
  const figures = Prisma.sql`figure = ANY(${[...wish.figures]}::text[])`;
  const chosen = Prisma.sql`"merchantId" = ${merchantId}::uuid AND ${figures} ${variants} ${connection}`;
  const forget = wish.forgetBelief ?? false;
  const quietAt = new Date(at.getTime() + QUIET_MS);
  // Two wishes at once lock their rows in the same order. Not joined to the update: without fresh statistics that is quadratic.
  await tx.$executeRaw`SELECT count(*) FROM (
    SELECT 1 FROM "Push" WHERE ${chosen} ORDER BY "connectionId", "variantId", figure FOR UPDATE) locked`;
  const since = Prisma.sql`CASE WHEN wanted > done AND "blockedBy" IS NULL THEN "wantedSince" ELSE ${at}::timestamptz END`;
  return tx.$queryRaw<Row[]>`
    WITH raised AS (
      UPDATE "Push" SET wanted = wanted + 1, cause = ${wish.cause}, "wantedSince" = ${since}, "blockedBy" = NULL,
        "dueAt" = least(${quietAt}::timestamptz, ${since} + make_interval(secs => ${LONGEST_MS / 1_000})),
        attempts = CASE WHEN ${wish.resetAttempts ?? false} THEN 0 ELSE attempts END,
        believed = CASE WHEN ${forget} THEN NULL ELSE believed END,
        "believedAt" = CASE WHEN ${forget} THEN greatest(${at}::timestamptz, "believedAt" + interval '1 millisecond')
          ELSE "believedAt" END
      WHERE ${chosen}
      RETURNING "connectionId", "dueAt"
    )
    SELECT "connectionId", max("dueAt") AS "dueAt" FROM raised GROUP BY 1`;
}
