import type { DueAfter, DuePush, IssueNews, PushEnd, PushStore } from '@/src/sync/ports/stock';
import type { Figure } from '@/src/sync/ports/wishes';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { closingFigure, reportIssues } from './issue-store';
import { settling, standing } from './settle-pushes';
import type { TenantDoor } from './tenant';
import { wishPushes } from './wish-pushes';

type Row = Omit<DuePush, 'figure' | 'believed'> & { believed: string | null; believedAt: Date | null };

const duePush = (figure: Figure, { believed, believedAt, ...row }: Row): DuePush => ({
  ...row,
  figure,
  believed: { value: believed === null ? null : Number(believed), at: believedAt },
});

/** What is due by both its own time and a read-back comes once, by the first branch. */
const COLUMNS = Prisma.raw(
  '"merchantId", "connectionId", "variantId", wanted, cause, attempts, believed, "believedAt", owed, "readBackAt"',
);

/** Of a shop that PostgreSQL takes for a small one everything would be read and sorted, or looked up once more for each row. */
const BY_INDEX = Prisma.sql`SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),
  set_config('enable_seqscan', 'off', true)`;

const behind = (after: DueAfter | undefined, column: Prisma.Sql): Prisma.Sql =>
  after ? Prisma.sql`AND (${column}, "variantId") > (${after.at}::timestamptz, ${after.variantId})` : Prisma.empty;

/**
 * By the partial indexes: a connection may hold 200 000 figures of which few are due. The rest a row at a time: without statistics a
 * plan may read all links of the shop for each batch.
 */
const dueOf = (connectionId: string, figure: Figure, now: Date, limit: number, after?: DueAfter) => Prisma.sql`
  WITH due AS (
    (SELECT ${COLUMNS}, least("dueAt", "readBackAt") AS at FROM "Push"
      WHERE "connectionId" = ${connectionId}::uuid AND figure = ${figure} AND wanted > done AND "dueAt" <= ${now}
        ${behind(after, Prisma.sql`"dueAt"`)} ORDER BY "dueAt", "variantId" LIMIT ${limit})
    UNION ALL
    (SELECT ${COLUMNS}, "readBackAt" AS at FROM "Push"
      WHERE "connectionId" = ${connectionId}::uuid AND figure = ${figure} AND "readBackAt" <= ${now}
        AND NOT (wanted > done AND "dueAt" <= ${now})
        ${behind(after, Prisma.sql`"readBackAt"`)} ORDER BY "readBackAt", "variantId" LIMIT ${limit})
  ), p AS (SELECT * FROM due ORDER BY at, "variantId" LIMIT ${limit})
  SELECT p.at AS "dueAt", p.wanted AS version, p.cause, p.attempts, p.believed, p."believedAt", p.owed,
    coalesce(p."readBackAt" <= ${now}, false) OR p.owed IS NOT NULL AS "mustReadBack", coalesce(l.locked, 0) AS locked,
    coalesce(l.warehouses = 0, false) AS "fulfilledByLazada",
    p."variantId", k."productId", d.title AS "productTitle", v.title AS "variantTitle", v."tracksInventory", v."allowsBackorder",
    k."itemId", k."skuId", k."sellerSku", k."linkedAt"
  FROM p
  JOIN LATERAL (SELECT "connectionId", "productId", "itemId", "skuId", "sellerSku", "linkedAt" FROM "ListingLink"
    WHERE "connectionId" = p."connectionId" AND "variantId" = p."variantId" LIMIT 1) k ON true
  JOIN LATERAL (SELECT title, "tracksInventory", "allowsBackorder" FROM "Variant"
    WHERE "merchantId" = p."merchantId" AND "variantId" = p."variantId" LIMIT 1) v ON true
  JOIN LATERAL (SELECT title FROM "Product"
    WHERE "merchantId" = p."merchantId" AND "productId" = k."productId" LIMIT 1) d ON true
  LEFT JOIN LATERAL (SELECT locked, warehouses FROM "Listing"
    WHERE "connectionId" = k."connectionId" AND "skuId" = k."skuId" LIMIT 1) l ON true
  ORDER BY p.at, p."variantId"`;

async function nextDue(tx: Tx, connectionId: string, figures: readonly Figure[]): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(p.at) AS at FROM unnest(${[...figures]}::text[]) AS f (figure) CROSS JOIN LATERAL (
      (SELECT "dueAt" AS at FROM "Push" WHERE "connectionId" = ${connectionId}::uuid AND figure = f.figure AND wanted > done
        ORDER BY "dueAt" LIMIT 1)
      UNION ALL (SELECT "readBackAt" FROM "Push" WHERE "connectionId" = ${connectionId}::uuid AND figure = f.figure
        AND "readBackAt" IS NOT NULL ORDER BY "readBackAt" LIMIT 1)) p`;
  return rows[0]?.at ?? null;
}

/** What is found of a link that has been lost or made anew meanwhile is dropped. */
async function ofStanding(tx: Tx, connectionId: string, ends: readonly PushEnd[], { found }: IssueNews) {
  const named = new Set(found.map(({ subjectId }) => subjectId));
  const read = ends.filter(({ variantId }) => named.has(variantId));
  const linked = await standing(tx, connectionId, read);
  return found.filter(({ subjectId }) => linked.has(subjectId));
}

/** The wishes that figures be equal on both sides (spec R3.4), and how they ended. */
export function createPushStore(door: TenantDoor): PushStore {
  return {
    async takeDue(merchantId, connectionId, figure, now, limit, after) {
      const rows = await door.ask<Row>(merchantId, BY_INDEX, dueOf(connectionId, figure, now, limit, after));
      return rows.map((row) => duePush(figure, row));
    },
    nextDue: (merchantId, connectionId, figures) => door(merchantId, (tx) => nextDue(tx, connectionId, figures)),
    async settle(merchantId, connectionId, { ends, issues }, at, fence) {
      const close = issues.judged.length > 0 ? [closingFigure(connectionId, issues, at)] : [];
      const statements = [...settling(connectionId, ends, at), ...close];
      if (issues.found.length === 0) return door.tell(merchantId, statements, fence);
      await door(
        merchantId,
        async (tx) => {
          for (const statement of statements) await tx.$executeRaw(statement);
          await reportIssues(tx, merchantId, await ofStanding(tx, connectionId, ends, issues), at);
        },
        fence,
      );
    },
    wish: (merchantId, wish, at) =>
      door(merchantId, async (tx) => ({ catalog: [], stock: await wishPushes(tx, merchantId, wish, at) })),
  };
}
