/** A seeded source of randomness, so that a run can be replayed from its seed. */
export type Ids = {
  /** In [0, 1). */
  next(): number;
  /** Both ends included. */
  int(min: number, max: number): number;
  hex(length: number): string;
  /** Decimal digits; the first is never 0. */
  digits(length: number): string;
  /** Letters and digits. */
  text(length: number): string;
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T;
  shuffle<T>(from: readonly T[]): T[];
  /** Starts the sequence again, from the first seed unless another is given. Forks start again with it. */
  reseed(seed?: number): void;
  /** A sequence of its own from the same seed: what is drawn there changes nothing here, so that a run can be replayed. */
  fork(name: string): Ids;
};

const TEXT_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function createIds(seed: number): Ids {
  const forks: { ids: Ids; salt: number }[] = [];
  let latest = seed;
  let next = mulberry32(seed);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const repeat = (length: number, one: (index: number) => string) => {
    let text = '';
    for (let index = 0; index < length; index++) text += one(index);
    return text;
  };
  return {
    next: () => next(),
    int,
    hex: (length) => repeat(length, () => int(0, 15).toString(16)),
    digits: (length) => repeat(length, (index) => String(int(index === 0 ? 1 : 0, 9))),
    text: (length) => repeat(length, () => TEXT_ALPHABET.charAt(int(0, TEXT_ALPHABET.length - 1))),
    pick: (from) => pickFrom(from, next()),
    shuffle: (from) => shuffled(from, int),
    reseed(again = seed) {
      latest = again;
      next = mulberry32(again);
      for (const { ids, salt } of forks) ids.reseed(again ^ salt);
    },
    fork(name) {
      const salt = saltOf(name);
      const ids = createIds(latest ^ salt);
      forks.push({ ids, salt });
      return ids;
    },
  };
}

/** FNV-1a. */
function saltOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function pickFrom<T>(from: readonly T[], fraction: number): T {
  const index = Math.floor(fraction * from.length);
  if (index >= from.length) throw new RangeError('nothing to pick from');
  return from[index] as T;
}

/** Fisher-Yates. */
function shuffled<T>(from: readonly T[], int: (min: number, max: number) => number): T[] {
  const result = [...from];
  for (let last = result.length - 1; last > 0; last--) {
    const other = int(0, last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** Public-domain 32-bit generator by Tommy Ettinger: small, fast, good enough for test data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
