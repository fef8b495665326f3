import type { Fence } from '@/src/sync/ports/turn';
import { LeaseLost } from '@/src/sync/ports/turn';
import type { Database, Tx } from './client';

const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/** The one door to a merchant's rows: role, tenant setting, work. No platform call may happen inside (design §6). */
export type TenantDoor = <T>(merchantId: string, work: (tx: Tx) => Promise<T>, fence?: Fence) => Promise<T>;

/** The door of the sweeps and of look-ups before a tenant is known. Crosses tenants. */
export type SweepDoor = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Writes of a turn hold only while its lease is its own; the row lock keeps a thief out until we commit. */
async function assertFence(tx: Tx, fence: Fence): Promise<void> {
  const mine = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "TurnLease" WHERE key = ${fence.key} AND token = ${fence.token} FOR SHARE`;
  if (mine.length === 0) throw new LeaseLost(fence.key);
}

export function createTenantDoor(db: Database): TenantDoor {
  return (merchantId, work, fence) =>
    db.$transaction(async (tx) => {
      // The setting ends with the transaction, so a pooled connection never carries a tenant over.
      await tx.$queryRaw`SELECT set_config('role', 'channel_app', true), set_config('app.merchant_id', ${merchantId}, true)`;
      if (fence) await assertFence(tx, fence);
      return work(tx);
    }, TRANSACTION);
}

export function createSweepDoor(db: Database): SweepDoor {
  return (work) =>
    db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('role', 'channel_sweep', true)`;
      return work(tx);
    }, TRANSACTION);
}
