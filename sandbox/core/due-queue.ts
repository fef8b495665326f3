/** Entries in order of due time; of equals, the one that came first is first. */
export type DueQueue<T extends { dueAt: number }> = {
  add(entry: T): void;
  /** Removes and returns the first entry that is due. */
  takeDue(now: number): T | undefined;
  earliest(): number | undefined;
  some(test: (entry: T) => boolean): boolean;
  size(): number;
  clear(): void;
};

export function createDueQueue<T extends { dueAt: number }>(): DueQueue<T> {
  let entries: T[] = [];
  return {
    add: (entry) => void entries.splice(placeFor(entries, entry.dueAt), 0, entry),
    takeDue(now) {
      const first = entries[0];
      return first !== undefined && first.dueAt <= now ? entries.shift() : undefined;
    },
    earliest: () => entries[0]?.dueAt,
    some: (test) => entries.some(test),
    size: () => entries.length,
    clear() {
      entries = [];
    },
  };
}

/** The index after the last entry that is not later, by halving. */
function placeFor(entries: readonly { dueAt: number }[], dueAt: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.dueAt ?? Infinity) <= dueAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
