import type { TurnLeases } from '@/src/sync/ports/turn';
import type { Clock } from '@/src/sync/ports/world';
import type { Database } from './client';
import { leaseNow } from './lease-clock';

/** Three heartbeats: one may be late; short enough that a killed worker is soon replaced. */
const LEASE_SECONDS = 12;
/** With more than this left it is long enough: writing it anew would wait for the batches that hold it until they are committed. */
const AMPLE_SECONDS = 9;

/** Leases are rows, not advisory locks: connections are pooled (design §6). The database's clock decides when none is given. */
export function createTurnLeases(db: Database, clock?: Clock): TurnLeases {
  const now = () => leaseNow(clock);
  return {
    async acquire(key, holder) {
      const rows = await db.$queryRaw<{ token: bigint; failures: number }[]>`
        INSERT INTO "TurnLease" (key, holder, "expiresAt") VALUES (${key}, ${holder}, ${now()} + make_interval(secs => ${LEASE_SECONDS}))
        ON CONFLICT (key) DO UPDATE
          SET holder = excluded.holder, token = "TurnLease".token + 1, "expiresAt" = excluded."expiresAt"
          WHERE "TurnLease"."expiresAt" <= ${now()} AND coalesce("TurnLease"."pausedUntil", '-infinity') <= ${now()}
        RETURNING token, failures`;
      const row = rows[0];
      return row ? { key, token: row.token, failures: row.failures } : null;
    },
    async prolong({ key, token }) {
      const held = await db.$queryRaw<unknown[]>`
        WITH prolonged AS (
          UPDATE "TurnLease" SET "expiresAt" = ${now()} + make_interval(secs => ${LEASE_SECONDS}) WHERE key = ${key} AND token = ${token}
            AND "expiresAt" > ${now()} AND "expiresAt" <= ${now()} + make_interval(secs => ${AMPLE_SECONDS}) RETURNING 1)
        SELECT 1 FROM prolonged UNION ALL
        SELECT 1 FROM "TurnLease" WHERE key = ${key} AND token = ${token}
          AND "expiresAt" > ${now()} + make_interval(secs => ${AMPLE_SECONDS})`;
      return held.length === 1;
    },
    async release({ key, token }, { pausedUntil = null, failed }) {
      // The column keeps milliseconds and would round up: whoever comes in the same one must not find the turn taken.
      await db.$executeRaw`
        UPDATE "TurnLease" SET "expiresAt" = date_trunc('milliseconds', ${now()}), "pausedUntil" = ${pausedUntil}::timestamptz,
          failures = CASE WHEN ${failed ?? null}::text IS NULL THEN 0 ELSE failures + 1 END, "lastError" = ${failed ?? null}::text
        WHERE key = ${key} AND token = ${token}`;
    },
  };
}
