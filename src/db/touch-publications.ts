import type { Tx } from './client';

/**
 * Lets products be matched again: these, and those with a variant that bears one of these codes.
 * @returns the connections where something waits now
 */
export async function touchPublications(
  tx: Tx,
  merchantId: string,
  touched: { productIds: readonly string[]; codes: readonly string[]; connectionId?: string },
  at: Date,
): Promise<string[]> {
  const { productIds, codes, connectionId = null } = touched;
  if (productIds.length === 0 && codes.length === 0) return [];
  const rows = await tx.$queryRaw<{ connectionId: string }[]>`
    WITH products AS (
      SELECT unnest(${[...productIds]}::text[]) AS "productId"
      UNION SELECT "productId" FROM "Variant"
        WHERE "merchantId" = ${merchantId}::uuid AND code = ANY(${[...codes]}::text[]) AND "deletedAt" IS NULL
    ), chosen AS (
      SELECT p."connectionId", p."productId" FROM "Publication" p JOIN products USING ("productId")
      WHERE p."merchantId" = ${merchantId}::uuid AND p.state = 'published'
        AND (${connectionId}::uuid IS NULL OR p."connectionId" = ${connectionId}::uuid)
      ORDER BY 1, 2 FOR UPDATE OF p
    ), raised AS (
      UPDATE "Publication" p SET wanted = p.wanted + 1, "dueAt" = ${at}, "blockedBy" = NULL
      FROM chosen c WHERE p."connectionId" = c."connectionId" AND p."productId" = c."productId"
      RETURNING p."connectionId"
    )
    SELECT DISTINCT "connectionId" FROM raised`;
  return rows.map((row) => row.connectionId);
}
