import type { Trail } from '@/src/sync/ports/trail';
import type { MemoryDatabase } from './memory-database';

export function createTrailStore({ door }: MemoryDatabase, clock: { now(): number }): Trail {
  return {
    record: (merchantId, events) =>
      door(merchantId, ({ trail }) => {
        const at = new Date(clock.now());
        for (const event of events) trail.push({ ...event, at });
      }),
  };
}
