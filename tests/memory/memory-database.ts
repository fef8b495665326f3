import { type Fence, LeaseLost } from '@/src/sync/ports/turn';
import { emptyTenant, type TenantRows } from './tenant-rows';

/** What `TenantDoor` is on Postgres: one merchant's rows, all or nothing. Work is synchronous, so it is alone. */
export type MemoryDoor = <T>(merchantId: string, work: (rows: TenantRows) => T, fence?: Fence) => Promise<T>;
/** Crosses tenants, as `SweepDoor` does. */
export type MemorySweep = <T>(work: (tenants: readonly TenantRows[]) => T) => Promise<T>;

export type LeaseRow = {
  key: string;
  holder: string;
  token: bigint;
  expiresAt: Date;
  pausedUntil: Date | null;
  failures: number;
  lastError: string | null;
};

export type LoginStateRow = {
  id: string;
  kind: string;
  merchantId: string | null;
  data: Record<string, unknown>;
  expiresAt: Date;
  usedAt: Date | null;
};

export type MemoryDatabase = {
  door: MemoryDoor;
  sweep: MemorySweep;
  tenants: Map<string, TenantRows>;
  leases: Map<string, LeaseRow>;
  loginStates: Map<string, LoginStateRow>;
  /** A uuid; the same ones in the same order in every run. */
  newId(): string;
};

/** Tables as Maps. Stores check what they must before they write: a transaction that throws has written nothing. */
export function createMemoryDatabase(): MemoryDatabase {
  const tenants = new Map<string, TenantRows>();
  const leases = new Map<string, LeaseRow>();
  let ids = 0;

  const tenantOf = (merchantId: string): TenantRows => {
    const known = tenants.get(merchantId);
    if (known) return known;
    const rows = emptyTenant(merchantId);
    tenants.set(merchantId, rows);
    return rows;
  };
  const assertFence = ({ key, token }: Fence): void => {
    if (leases.get(key)?.token !== token) throw new LeaseLost(key);
  };

  return {
    tenants,
    leases,
    loginStates: new Map(),
    async door(merchantId, work, fence) {
      if (fence) assertFence(fence);
      return work(tenantOf(merchantId));
    },
    sweep: async (work) => work([...tenants.values()]),
    newId() {
      ids += 1;
      return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
    },
  };
}
