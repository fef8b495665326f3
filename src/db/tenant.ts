import type { Fence } from '@/src/sync/ports/turn';
import { LeaseLost } from '@/src/sync/ports/turn';
import type { Database, Tx } from './client';
import { orAway } from './database-trouble';
import { openedAs, openingFor } from './transaction-opening';

const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/** The one door to a merchant's rows: role, tenant setting, work. No platform call may happen inside (design §6). @throws DatabaseAway */
export type TenantDoor = <T>(merchantId: string, work: (tx: Tx) => Promise<T>, fence?: Fence) => Promise<T>;

/** The door of the sweeps and of look-ups before a tenant is known. Crosses tenants. */
export type SweepDoor = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export function createTenantDoor(db: Database): TenantDoor {
  return (merchantId, work, fence) => {
    const opening = openingFor('channel_app', merchantId, fence);
    const inside = (tx: Tx) => {
      if (fence && !opening.holds) throw new LeaseLost(fence.key);
      return work(tx);
    };
    return orAway(() => openedAs(opening, () => db.$transaction(inside, TRANSACTION)));
  };
}

export function createSweepDoor(db: Database): SweepDoor {
  return (work) => orAway(() => openedAs(openingFor('channel_sweep'), () => db.$transaction(work, TRANSACTION)));
}
