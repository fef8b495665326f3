import type { TurnLeases } from '@/src/sync/ports/turn';
import { isDue, later } from './instants';
import type { LeaseRow, MemoryDatabase } from './memory-database';

const LEASE_MS = 12_000;
const AMPLE_MS = 9_000;

/** Neither running nor paused. */
export const isFree = (row: LeaseRow | undefined, now: Date): boolean =>
  !row || (isDue(row.expiresAt, now) && (row.pausedUntil === null || isDue(row.pausedUntil, now)));

export function createTurnLeases({ leases }: MemoryDatabase, clock: { now(): number }): TurnLeases {
  const now = () => new Date(clock.now());
  const mine = (key: string, token: bigint) => {
    const row = leases.get(key);
    return row?.token === token ? row : undefined;
  };
  return {
    async acquire(key, holder) {
      const row = leases.get(key);
      if (!isFree(row, now())) return null;
      const expiresAt = later(now(), LEASE_MS);
      const token = (row?.token ?? 0n) + 1n;
      const fresh = { pausedUntil: null, failures: 0, lastError: null };
      leases.set(key, { key, ...fresh, ...row, holder, token, expiresAt });
      return { key, token, failures: row?.failures ?? 0 };
    },
    async prolong({ key, token }) {
      const row = mine(key, token);
      if (!row || isDue(row.expiresAt, now())) return false;
      if (isDue(row.expiresAt, later(now(), AMPLE_MS))) row.expiresAt = later(now(), LEASE_MS);
      return true;
    },
    async release({ key, token }, { pausedUntil = null, failed }) {
      const row = mine(key, token);
      if (!row) return;
      const failures = failed === undefined ? 0 : row.failures + 1;
      Object.assign(row, { expiresAt: now(), pausedUntil, failures, lastError: failed ?? null });
    },
  };
}
