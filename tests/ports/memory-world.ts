import { randomUUID } from 'node:crypto';
import { findDueTurns } from '../memory/due-turns';
import { createMemoryDatabase } from '../memory/memory-database';
import { createMemoryStores } from '../memory/stores';
import { createTurnLeases } from '../memory/turn-leases';
import { type PortWorld, START_MS } from './port-world';

export function createMemoryWorld(startMs = START_MS): PortWorld {
  let nowMs = startMs;
  const clock = { now: () => nowMs };
  const database = createMemoryDatabase();
  return {
    stores: createMemoryStores(database, { clock, newSecret: randomUUID, queue: { request: async () => {} } }),
    leases: createTurnLeases(database, clock),
    findDue: async (now, limit) => findDueTurns(database, now, limit, clock),
    openIssues: async (merchantId) => [...(database.tenants.get(merchantId)?.openIssues.values() ?? [])],
    now: () => new Date(nowMs),
    pass(ms) {
      nowMs += ms;
    },
  };
}
