import type { LoginStateStore } from '@/src/sync/ports/login-state';
import type { MemoryDatabase } from './memory-database';

export function createLoginStateStore({ loginStates }: MemoryDatabase, newSecret: () => string): LoginStateStore {
  return {
    async issue(kind, { merchantId, data }, expiresAt) {
      const id = newSecret();
      loginStates.set(id, { id, kind, merchantId, data: structuredClone(data), expiresAt, usedAt: null });
      return id;
    },
    async redeem(kind, secret, at) {
      const row = loginStates.get(secret);
      if (row?.kind !== kind) return { ok: false, why: 'unknown' };
      if (row.usedAt !== null) return { ok: false, why: 'replayed' };
      if (row.expiresAt <= at) return { ok: false, why: 'expired' };
      row.usedAt = at;
      return { ok: true, merchantId: row.merchantId, data: structuredClone(row.data) };
    },
    async forgetExpired(before) {
      for (const { id, expiresAt } of [...loginStates.values()]) if (expiresAt < before) loginStates.delete(id);
    },
  };
}
