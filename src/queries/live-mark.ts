import type { TenantDoor } from '@/src/db/tenant';
import { LANES } from '@/src/domain/lane';

/**
 * A short text that changes when anything a screen shows has changed: asked every few seconds by every open page, so it must cost the same
 * whatever the shop and its neighbors have. What workers change, they change in a turn: the turn's lease tells of it, between its batches
 * too. What people change shows in the shop's row, in an issue, or in an order's action that waits.
 */
export function createLiveMarkQuery(door: TenantDoor) {
  return (merchantId: string): Promise<string> =>
    door(merchantId, async (tx) => {
      const rows = await tx.$queryRaw<{ mark: string }[]>`
        WITH shop AS (
          SELECT id, status, "settingsVersion", "backfillDays", "ordersFeedAt", "reconciledAt" FROM "Connection" WHERE "merchantId" = ${merchantId}::uuid
        ), lease AS (
          SELECT lane || '_' || ${merchantId} || '_' || whose AS key
          FROM unnest(${[...LANES]}::text[]) AS lane CROSS JOIN (SELECT id::text FROM shop UNION ALL SELECT 'merchant') AS of (whose)
        )
        SELECT concat_ws('|',
          (SELECT string_agg(l.token || ':' || extract(epoch FROM l."expiresAt"), ',' ORDER BY l.key)
            FROM lease JOIN "TurnLease" l ON l.key = lease.key),
          (SELECT count(*) || ':' || coalesce(max("lastSeenAt"), 'epoch') FROM "SyncIssue"
            WHERE "merchantId" = ${merchantId}::uuid AND "closedAt" IS NULL),
          (SELECT string_agg(concat_ws(':', s.status, s."settingsVersion", s."backfillDays", s."ordersFeedAt", s."reconciledAt",
              (SELECT count(*) FROM "OrderAction" WHERE "connectionId" = s.id AND state = 'wanted')), ',' ORDER BY s.id)
            FROM shop s)) AS mark`;
      return rows[0]?.mark ?? '';
    });
}
