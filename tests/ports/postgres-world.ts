import { randomUUID } from 'node:crypto';
import { createStores } from '@/src/compose/stores';
import { findDueTurns } from '@/src/db/due-turns';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { freshDatabase } from '../integration/database';
import { testEncryption } from '../integration/test-encryption';
import { type PortWorld, START_MS } from './port-world';

export async function createPostgresWorld(): Promise<PortWorld & { close(): Promise<void> }> {
  const { db, door, sweep, close } = await freshDatabase();
  let nowMs = START_MS;
  const clock = { now: () => nowMs };
  const queue = { request: async () => {} };
  return {
    stores: createStores({
      door,
      sweep,
      encryption: testEncryption,
      clock,
      newSecret: randomUUID,
      queue,
      leaseClock: clock,
    }),
    leases: createTurnLeases(db, clock),
    findDue: (now, limit) => findDueTurns(sweep, now, limit, clock),
    openIssues: (merchantId) => door(merchantId, (tx) => tx.syncIssue.findMany({ where: { closedAt: null } })),
    now: () => new Date(nowMs),
    pass(ms) {
      nowMs += ms;
    },
    close,
  };
}
