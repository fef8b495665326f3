import { Prisma } from '@/src/db/generated/client';

/** Where a published variant stands (R2.4). A variant of a product that is not published has no state. */
export type VariantState = 'synced' | 'waiting' | 'issue';

/**
 * One row per live variant with its state on one connection. An issue wins over waiting; a figure whose switch is off is not
 * waited for. Issues of a product stop all its variants (R2.3).
 */
export const variantStates = (connectionId: string): Prisma.Sql => Prisma.sql`
  SELECT v."variantId", v."productId", p.state = 'published' AS published, l."skuId",
    CASE
      WHEN p.state IS DISTINCT FROM 'published' THEN NULL
      WHEN EXISTS (SELECT 1 FROM "SyncIssue" i WHERE i."connectionId" = ${connectionId}::uuid AND i."closedAt" IS NULL AND i.level = 'error'
        AND ((i."subjectKind" = 'variant' AND i."subjectId" = v."variantId") OR (i."subjectKind" = 'product' AND i."subjectId" = v."productId")))
        THEN 'issue'
      WHEN l."variantId" IS NULL OR p.wanted > p.matched THEN 'waiting'
      WHEN EXISTS (SELECT 1 FROM "Push" w JOIN "Connection" c ON c.id = w."connectionId"
        WHERE w."connectionId" = ${connectionId}::uuid AND w."variantId" = v."variantId" AND w.wanted > w.done
          AND CASE w.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END) THEN 'waiting'
      ELSE 'synced'
    END AS state
  FROM "Variant" v
  LEFT JOIN "Publication" p ON p."connectionId" = ${connectionId}::uuid AND p."productId" = v."productId"
  LEFT JOIN "ListingLink" l ON l."connectionId" = ${connectionId}::uuid AND l."variantId" = v."variantId"
  WHERE v."deletedAt" IS NULL`;
