/** A seeded generator (mulberry32): what was chosen can be chosen again; when each thing happens is the machine's affair. */
export type Random = {
  next(): number;
  below(limit: number): number;
  pick<T>(among: readonly T[]): T;
  shuffled<T>(all: readonly T[]): T[];
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (among) => {
      const one = among[below(among.length)];
      if (one === undefined) throw new RangeError('nothing to choose from');
      return one;
    },
    shuffled: (all) =>
      all
        .map((one) => ({ one, lot: next() }))
        .sort((a, b) => a.lot - b.lot)
        .map(({ one }) => one),
  };
}
