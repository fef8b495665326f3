import { type TurnKey, type TurnQueue, turnKeyText } from '@/src/sync/ports/turn';

export type MemoryQueue = TurnQueue & {
  /** The turns asked for that may begin now, oldest request first; they leave the queue. */
  take(now: Date): TurnKey[];
  /** Redis was emptied. */
  clear(): void;
};

/** At most one turn waits per lane and connection, at the earliest of the times asked for. */
export function createMemoryQueue(): MemoryQueue {
  const waiting = new Map<string, { key: TurnKey; notBefore: Date | null }>();
  return {
    async request({ lane, merchantId, connectionId }, notBefore) {
      const key = { lane, merchantId, connectionId };
      const text = turnKeyText(key);
      const known = waiting.get(text);
      if (!known) waiting.set(text, { key, notBefore: notBefore ?? null });
      else if (!notBefore || (known.notBefore !== null && notBefore < known.notBefore)) {
        known.notBefore = notBefore ?? null;
      }
    },
    take(now) {
      const ready = [...waiting].filter(([, { notBefore }]) => notBefore === null || notBefore <= now);
      for (const [text] of ready) waiting.delete(text);
      return ready.map(([, { key }]) => key);
    },
    clear: () => waiting.clear(),
  };
}
