import type { TurnKey } from '@/src/sync/ports/turn';
import type { Clock } from '@/src/sync/ports/world';
import { leaseNow } from './lease-clock';
import type { SweepDoor } from './tenant';

/**
 * Every connection that has wishes due and neither a running turn nor a pause. This query is what makes it safe to empty Redis:
 * jobs are only turns, the wishes are here. Partial indexes on `dueAt` keep it cheap while nothing is due. Wishes that need Haravan
 * are not due while its access has lapsed: their turns would end at once, and be due again. Figures and products are looked at by
 * shop, from one that wishes to the next: a catalog of 100 000 that is due would else be read whole every second.
 */
export async function findDueTurns(sweep: SweepDoor, now: Date, limit: number, leaseClock?: Clock): Promise<TurnKey[]> {
  return sweep(
    (tx) => tx.$queryRaw<TurnKey[]>`
    WITH RECURSIVE wishing (id) AS (
      (SELECT "connectionId" FROM "Push" WHERE wanted > done ORDER BY 1 LIMIT 1)
      UNION ALL SELECT (SELECT "connectionId" FROM "Push" WHERE wanted > done AND "connectionId" > w.id ORDER BY 1 LIMIT 1)
        FROM wishing w WHERE w.id IS NOT NULL
    ), waiting (id) AS (
      SELECT id FROM wishing UNION SELECT "connectionId" FROM "Push" WHERE "readBackAt" <= ${now}
    ), publishing (id) AS (
      (SELECT "connectionId" FROM "Publication" WHERE wanted > matched ORDER BY 1 LIMIT 1)
      UNION ALL SELECT (SELECT "connectionId" FROM "Publication" WHERE wanted > matched AND "connectionId" > w.id ORDER BY 1 LIMIT 1)
        FROM publishing w WHERE w.id IS NOT NULL
    ), due (lane, "merchantId", "connectionId", at) AS (
      SELECT 'intake', "merchantId", NULL::uuid, min("dueAt") FROM "InboxMessage"
        WHERE "processedAt" IS NULL AND "dueAt" <= ${now} GROUP BY 1, 2
      UNION ALL SELECT 'catalog', id, NULL, "catalogPullAt" FROM "Merchant"
        WHERE status = 'installed' AND "tokenState" = 'active' AND "catalogPullAt" <= ${now}
      UNION ALL SELECT 'catalog', r."merchantId", NULL, min(r."dueAt") FROM "ProductRefresh" r JOIN "Merchant" m ON m.id = r."merchantId"
        WHERE r.wanted > r.done AND r."dueAt" <= ${now} AND m.status = 'installed' AND m."tokenState" = 'active' GROUP BY 1, 2
      UNION ALL SELECT 'catalog', "merchantId", id, "listingsPullAt" FROM "Connection" WHERE status = 'active' AND "listingsPullAt" <= ${now}
      UNION ALL SELECT 'catalog', c."merchantId", c.id, p.at FROM publishing w JOIN "Connection" c ON c.id = w.id
        CROSS JOIN LATERAL (SELECT "dueAt" AS at FROM "Publication" WHERE "connectionId" = w.id AND wanted > matched AND "dueAt" <= ${now}
          ORDER BY "dueAt" LIMIT 1) p
        WHERE c.status <> 'disconnected'
      UNION ALL SELECT 'orders', "merchantId", id, "ordersPollAt" FROM "Connection" WHERE status = 'active' AND "ordersPollAt" <= ${now}
      UNION ALL SELECT 'orders', o."merchantId", o."connectionId", min(o."dueAt") FROM "ChannelOrder" o JOIN "Connection" c ON c.id = o."connectionId"
        JOIN "Merchant" m ON m.id = o."merchantId"
        WHERE o.wanted > o.done AND o."dueAt" <= ${now} AND c.status = 'active' AND m."tokenState" = 'active' GROUP BY 1, 2, 3
      UNION ALL SELECT 'actions', a."merchantId", a."connectionId", min(a."dueAt") FROM "OrderAction" a JOIN "Connection" c ON c.id = a."connectionId"
        WHERE a.state = 'wanted' AND a."dueAt" <= ${now} AND c.status = 'active' GROUP BY 1, 2, 3
      UNION ALL SELECT 'stock', c."merchantId", c.id, p.at FROM waiting w JOIN "Connection" c ON c.id = w.id
        JOIN "Merchant" m ON m.id = c."merchantId"
        CROSS JOIN (VALUES ('price'), ('quantity')) AS f (figure)
        CROSS JOIN LATERAL (
          (SELECT "dueAt" AS at FROM "Push" WHERE "connectionId" = w.id AND figure = f.figure AND wanted > done AND "dueAt" <= ${now}
            ORDER BY "dueAt" LIMIT 1)
          UNION ALL (SELECT "readBackAt" FROM "Push" WHERE "connectionId" = w.id AND figure = f.figure AND "readBackAt" <= ${now}
            ORDER BY "readBackAt" LIMIT 1)) p
        WHERE m."tokenState" = 'active' AND c.status = 'active'
          AND CASE f.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END
      UNION ALL SELECT 'connections', "merchantId", id, "renewAt" FROM "Connection" WHERE status = 'active' AND "renewAt" <= ${now}
      UNION ALL SELECT 'connections', id, NULL, least("webhooksCheckAt", "accessRenewAt") FROM "Merchant"
        WHERE status = 'installed' AND "tokenState" = 'active' AND ("webhooksCheckAt" <= ${now}
          OR ("refreshToken" IS NOT NULL AND "accessRenewAt" <= ${now}))
      UNION ALL SELECT 'maintenance', "merchantId", id, "reconcileAt" FROM "Connection" WHERE status = 'active' AND "reconcileAt" <= ${now}
    )
    SELECT d.lane, d."merchantId", d."connectionId" FROM due d
    LEFT JOIN "TurnLease" l ON l.key = d.lane || '_' || d."merchantId" || '_' || coalesce(d."connectionId"::text, 'merchant')
    WHERE l.key IS NULL OR (l."expiresAt" <= ${leaseNow(leaseClock)} AND coalesce(l."pausedUntil", '-infinity') <= ${leaseNow(leaseClock)})
    GROUP BY 1, 2, 3 ORDER BY min(d.at) LIMIT ${limit}`,
  );
}
