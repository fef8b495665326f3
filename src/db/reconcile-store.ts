import type { ReconcileStore } from '@/src/sync/ports/connection';
import type { Tx } from './client';
import type { TenantDoor } from './tenant';

type Count = { checked: bigint; differed: bigint };

/**
 * What the last complete reading of Lazada showed: figures that we believe to know, and those where Lazada held another.
 * Switched-off figures are not ours to compare (R3.1).
 */
async function compare(tx: Tx, connectionId: string): Promise<Count> {
  const rows = await tx.$queryRaw<Count[]>`
    SELECT count(*) AS checked,
      count(*) FILTER (WHERE p.cause = 'drift' AND p.wanted > p.done OR p.believed <> CASE p.figure
        WHEN 'price' THEN l.price ELSE l.sellable::numeric END AND p."believedAt" < l."readAt") AS differed
    FROM "Push" p
    JOIN "ListingLink" k ON k."connectionId" = p."connectionId" AND k."variantId" = p."variantId"
    JOIN "Listing" l ON l."connectionId" = k."connectionId" AND l."skuId" = k."skuId"
    JOIN "Connection" c ON c.id = p."connectionId"
    WHERE p."connectionId" = ${connectionId}::uuid AND l."goneAt" IS NULL
      AND CASE p.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END`;
  return rows[0] ?? { checked: 0n, differed: 0n };
}

export function createReconcileStore(door: TenantDoor): ReconcileStore {
  return {
    async dueAt(merchantId, id) {
      const select = { reconcileAt: true, status: true } as const;
      const row = await door(merchantId, (tx) => tx.connection.findUnique({ where: { id }, select }));
      return row?.status === 'active' ? row.reconcileAt : null;
    },

    start: (merchantId, id, at, nextAt, ordersFrom, fence) =>
      door(
        merchantId,
        async (tx) => {
          const { checked, differed } = await compare(tx, id);
          await tx.$executeRaw`
            UPDATE "Connection" SET "reconcileAt" = ${nextAt}, "ordersPollAt" = least("ordersPollAt", ${at}),
              "ordersCursor" = least("ordersCursor", ${ordersFrom}),
              "reconcileChecked" = ${Number(checked)}, "reconcileDiffered" = ${Number(differed)},
              "reconciledAt" = coalesce("listingsReadAt", "reconciledAt")
            WHERE id = ${id}::uuid AND status = 'active'`;
        },
        fence,
      ),
  };
}
