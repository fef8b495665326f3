import type { DuePush, PushEnd, PushStore } from '@/src/sync/ports/stock';
import type { Figure } from '@/src/sync/ports/wishes';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { closeIssues, reportIssues } from './issue-store';
import { settlePushes, standing } from './settle-pushes';
import type { TenantDoor } from './tenant';
import { wishPushes } from './wish-pushes';

type Row = Omit<DuePush, 'figure' | 'believed'> & { believed: Prisma.Decimal | null; believedAt: Date | null };

const duePush = (figure: Figure, { believed, believedAt, ...row }: Row): DuePush => ({
  ...row,
  figure,
  believed: { value: believed?.toNumber() ?? null, at: believedAt },
});

/** What is due by both its own time and a read-back comes once, by the first branch. */
const COLUMNS = Prisma.raw(
  '"merchantId", "connectionId", "variantId", wanted, cause, attempts, believed, "believedAt", owed, "readBackAt"',
);

/**
 * By the partial indexes: a connection may hold 200 000 figures of which few are due. The rest a row at a time: without statistics a
 * plan may read all links of the shop for each batch.
 */
const takeDue = (tx: Tx, connectionId: string, figure: Figure, now: Date, limit: number) => tx.$queryRaw<Row[]>`
  WITH due AS (
    (SELECT ${COLUMNS}, least("dueAt", "readBackAt") AS at FROM "Push"
      WHERE "connectionId" = ${connectionId}::uuid AND figure = ${figure} AND wanted > done AND "dueAt" <= ${now}
      ORDER BY "dueAt", "variantId" LIMIT ${limit})
    UNION ALL
    (SELECT ${COLUMNS}, "readBackAt" AS at FROM "Push"
      WHERE "connectionId" = ${connectionId}::uuid AND figure = ${figure} AND "readBackAt" <= ${now}
        AND NOT (wanted > done AND "dueAt" <= ${now})
      ORDER BY "readBackAt", "variantId" LIMIT ${limit})
  ), p AS (SELECT * FROM due ORDER BY at, "variantId" LIMIT ${limit})
  SELECT p.wanted AS version, p.cause, p.attempts, p.believed, p."believedAt", p.owed,
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

/** The wishes that figures be equal on both sides (spec R3.4), and how they ended. */
export function createPushStore(door: TenantDoor): PushStore {
  return {
    takeDue: (merchantId, connectionId, figure, now, limit) =>
      door(merchantId, async (tx) =>
        (await takeDue(tx, connectionId, figure, now, limit)).map((row) => duePush(figure, row)),
      ),
    nextDue: (merchantId, connectionId, figures) => door(merchantId, (tx) => nextDue(tx, connectionId, figures)),
    settle: (merchantId, connectionId, { ends, issues }, at, fence) =>
      door(
        merchantId,
        async (tx) => {
          const linked = await standing(tx, connectionId, ends);
          const isLinked = (end: PushEnd) => linked.has(end.variantId);
          await settlePushes(tx, connectionId, ends.filter(isLinked), at);
          await closeIssues(tx, issues.closed, at);
          const found = issues.found.filter(({ subjectId }) => linked.has(subjectId));
          await reportIssues(tx, merchantId, found, at);
        },
        fence,
      ),
    wish: (merchantId, wish, at) =>
      door(merchantId, async (tx) => ({ catalog: [], stock: await wishPushes(tx, merchantId, wish, at) })),
  };
}
