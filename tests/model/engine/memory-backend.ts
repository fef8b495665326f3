import { findDueTurns } from '@/tests/memory/due-turns';
import { createMemoryDatabase } from '@/tests/memory/memory-database';
import { createMemoryStores } from '@/tests/memory/stores';
import { createTurnLeases } from '@/tests/memory/turn-leases';
import type { MakeBackend } from './backend';

export const memoryBackend: MakeBackend = async (deps) => {
  const database = createMemoryDatabase();
  const shop = (merchantId: string, connectionId: string) => database.tenants.get(merchantId)?.shops.get(connectionId);
  return {
    stores: createMemoryStores(database, deps),
    leases: createTurnLeases(database, deps.clock),
    findDue: async (now, limit) => findDueTurns(database, now, limit),
    openIssues: async (merchantId) => [...(database.tenants.get(merchantId)?.openIssues.values() ?? [])],
    published: async (merchantId, connectionId) =>
      [...(shop(merchantId, connectionId)?.publications.values() ?? [])]
        .filter(({ state }) => state === 'published')
        .map(({ productId }) => productId),
    links: async (merchantId, connectionId) => [...(shop(merchantId, connectionId)?.links.values() ?? [])],
    waitingPushes: async (merchantId, connectionId) =>
      [...(shop(merchantId, connectionId)?.pushes.values() ?? [])].filter(({ wanted, done }) => wanted > done),
    async close() {},
  };
};
