import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/src/db/client';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { type FreshDatabase, freshDatabase } from './database';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

/** Moments of which about half are nearer to the next millisecond. */
const MOMENTS = 20;

test('R8.1 a turn that was given back can be had in the same moment, whatever part of a millisecond that is', async () => {
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const again = await database.sweep(async (tx) => {
      // One transaction is one moment to the database.
      const leases = createTurnLeases(tx as unknown as Database);
      const lease = await leases.acquire(`stock_${moment}`, 'first');
      if (!lease) throw new Error('the lease is taken');
      await leases.release(lease, {});
      return leases.acquire(`stock_${moment}`, 'second');
    });
    expect(again).not.toBeNull();
  }
});
