import { createStores, type Stores } from '@/src/compose/stores';
import { findDueTurns } from '@/src/db/due-turns';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { freshDatabase } from '@/tests/integration/database';
import { testEncryption } from '@/tests/integration/test-encryption';
import type { MakeBackend } from './backend';
import { createSingleFile } from './single-file';

/** The rows of a database of its own; leases go by the clock of the run. */
export const postgresBackend: MakeBackend = async ({ clock, newSecret, queue }) => {
  const { db, door, sweep, close } = await freshDatabase();
  const { run, settled, wrap } = createSingleFile();
  const stores = createStores({ door, sweep, clock, newSecret, queue, encryption: testEncryption, leaseClock: clock });
  const inTurn = Object.entries(stores).map(([name, store]) => [name, wrap<object>(store)]);
  return {
    stores: Object.fromEntries(inTurn) as Stores,
    leases: wrap(createTurnLeases(db, clock)),
    findDue: (now, limit) => run(() => findDueTurns(sweep, now, limit, clock)),
    openIssues: (merchantId) => door(merchantId, (tx) => tx.syncIssue.findMany({ where: { closedAt: null } })),
    async published(merchantId, connectionId) {
      const where = { connectionId, state: 'published' } as const;
      const rows = await door(merchantId, (tx) => tx.publication.findMany({ where, orderBy: { productId: 'asc' } }));
      return rows.map(({ productId }) => productId);
    },
    links: (merchantId, connectionId) => door(merchantId, (tx) => tx.listingLink.findMany({ where: { connectionId } })),
    async waitingPushes(merchantId, connectionId) {
      const rows = await door(merchantId, (tx) => tx.push.findMany({ where: { connectionId } }));
      return rows.filter(({ wanted, done }) => wanted > done);
    },
    settled,
    close,
  };
};
