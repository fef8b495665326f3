import type { DuePush, PushStore } from '@/src/sync/ports/stock';
import type { Figure } from '@/src/sync/ports/wishes';
import type { Tx } from './client';
import type { Prisma } from './generated/client';
import { settlePushes } from './settle-pushes';
import type { TenantDoor } from './tenant';
import { wishPushes } from './wish-pushes';

type Row = Omit<DuePush, 'figure' | 'believed'> & { believed: Prisma.Decimal | null; believedAt: Date | null };

const duePush = (figure: Figure, { believed, believedAt, ...row }: Row): DuePush => ({
  ...row,
  figure,
  believed: { value: believed?.toNumber() ?? null, at: believedAt },
});

const takeDue = (tx: Tx, connectionId: string, figure: Figure, now: Date, limit: number) => tx.$queryRaw<Row[]>`
  SELECT p.wanted AS version, p.cause, p.attempts, p.believed, p."believedAt", p.owed,
    coalesce(p."readBackAt" <= ${now}, false) OR p.owed IS NOT NULL AS "mustReadBack", coalesce(l.locked, 0) AS locked,
    p."variantId", k."productId", d.title AS "productTitle", v.title AS "variantTitle", v."tracksInventory", v."allowsBackorder",
    k."itemId", k."skuId", k."sellerSku"
  FROM "Push" p
  JOIN "ListingLink" k ON k."connectionId" = p."connectionId" AND k."variantId" = p."variantId"
  JOIN "Variant" v ON v."merchantId" = p."merchantId" AND v."variantId" = p."variantId"
  JOIN "Product" d ON d."merchantId" = p."merchantId" AND d."productId" = k."productId"
  LEFT JOIN "Listing" l ON l."connectionId" = k."connectionId" AND l."skuId" = k."skuId"
  WHERE p."connectionId" = ${connectionId}::uuid AND p.figure = ${figure}
    AND ((p.wanted > p.done AND p."dueAt" <= ${now}) OR p."readBackAt" <= ${now})
  ORDER BY p."dueAt", p."variantId" LIMIT ${limit}`;

async function nextDue(tx: Tx, connectionId: string, figures: readonly Figure[]): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT least(min("dueAt") FILTER (WHERE wanted > done), min("readBackAt")) AS at FROM "Push"
    WHERE "connectionId" = ${connectionId}::uuid AND figure = ANY(${[...figures]}::text[])
      AND (wanted > done OR "readBackAt" IS NOT NULL)`;
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
    settle: (merchantId, connectionId, ends, at, fence) =>
      door(merchantId, (tx) => settlePushes(tx, connectionId, ends, at), fence),
    wish: (merchantId, wish, at) =>
      door(merchantId, async (tx) => ({ catalog: [], stock: await wishPushes(tx, merchantId, wish, at) })),
  };
}
