import type { DuePush, PushStore } from '@/src/sync/ports/stock';
import type { Figure } from '@/src/sync/ports/wishes';
import type { Tx } from './client';
import type { Prisma } from './generated/client';
import { closeIssues, reportIssues } from './issue-store';
import { settlePushes } from './settle-pushes';
import type { TenantDoor } from './tenant';
import { wishPushes } from './wish-pushes';

type Row = Omit<DuePush, 'figure' | 'believed'> & { believed: Prisma.Decimal | null; believedAt: Date | null };

const duePush = (figure: Figure, { believed, believedAt, ...row }: Row): DuePush => ({
  ...row,
  figure,
  believed: { value: believed?.toNumber() ?? null, at: believedAt },
});

/** Keys first, by the partial indexes: a connection may hold 200 000 figures of which few are due. */
const takeDue = (tx: Tx, connectionId: string, figure: Figure, now: Date, limit: number) => tx.$queryRaw<Row[]>`
  WITH due AS (
    (SELECT "variantId", "dueAt" AS at FROM "Push" WHERE "connectionId" = ${connectionId}::uuid AND figure = ${figure}
      AND wanted > done AND "dueAt" <= ${now} ORDER BY "dueAt", "variantId" LIMIT ${limit})
    UNION
    (SELECT "variantId", "readBackAt" FROM "Push" WHERE "connectionId" = ${connectionId}::uuid AND figure = ${figure}
      AND "readBackAt" <= ${now} ORDER BY "readBackAt", "variantId" LIMIT ${limit})
  ), first AS (SELECT "variantId", min(at) AS at FROM due GROUP BY 1 ORDER BY 2, 1 LIMIT ${limit})
  SELECT p.wanted AS version, p.cause, p.attempts, p.believed, p."believedAt", p.owed,
    coalesce(p."readBackAt" <= ${now}, false) OR p.owed IS NOT NULL AS "mustReadBack", coalesce(l.locked, 0) AS locked,
    coalesce(l.warehouses = 0, false) AS "fulfilledByLazada",
    p."variantId", k."productId", d.title AS "productTitle", v.title AS "variantTitle", v."tracksInventory", v."allowsBackorder",
    k."itemId", k."skuId", k."sellerSku"
  FROM first f
  JOIN "Push" p ON p."connectionId" = ${connectionId}::uuid AND p."variantId" = f."variantId" AND p.figure = ${figure}
  JOIN "ListingLink" k ON k."connectionId" = p."connectionId" AND k."variantId" = p."variantId"
  JOIN "Variant" v ON v."merchantId" = p."merchantId" AND v."variantId" = p."variantId"
  JOIN "Product" d ON d."merchantId" = p."merchantId" AND d."productId" = k."productId"
  LEFT JOIN "Listing" l ON l."connectionId" = k."connectionId" AND l."skuId" = k."skuId"
  ORDER BY f.at, p."variantId"`;

async function nextDue(tx: Tx, connectionId: string, figures: readonly Figure[]): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT least(
      (SELECT min("dueAt") FROM "Push" WHERE "connectionId" = ${connectionId}::uuid AND figure = ANY(${[...figures]}::text[])
        AND wanted > done),
      (SELECT min("readBackAt") FROM "Push" WHERE "connectionId" = ${connectionId}::uuid AND figure = ANY(${[...figures]}::text[])
        AND "readBackAt" IS NOT NULL)) AS at`;
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
          await settlePushes(tx, connectionId, ends, at);
          await closeIssues(tx, issues.closed, at);
          await reportIssues(tx, merchantId, issues.found, at);
        },
        fence,
      ),
    wish: (merchantId, wish, at) =>
      door(merchantId, async (tx) => ({ catalog: [], stock: await wishPushes(tx, merchantId, wish, at) })),
  };
}
