import type { Clock } from '@/src/sync/ports/world';
import type { Trail } from '@/src/sync/ports/trail';
import type { TenantDoor } from './tenant';

export function createTrailStore(door: TenantDoor, clock: Clock): Trail {
  return {
    async record(merchantId, events) {
      if (events.length === 0) return;
      const at = new Date(clock.now());
      const data = events.map(({ connectionId, lazadaOrderId, kind, facts }) => {
        return { merchantId, connectionId, lazadaOrderId, at, kind, facts: JSON.parse(JSON.stringify(facts ?? {})) };
      });
      await door(merchantId, (tx) => tx.trailEvent.createMany({ data }));
    },
  };
}
