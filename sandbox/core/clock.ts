/** Milliseconds since the epoch that tests and operators can move; it runs on by itself between moves. */
export type Clock = {
  now(): number;
  advance(ms: number): void;
  set(ms: number): void;
  reset(): void;
  /** Calls back after every jump (not for the ordinary passing of time). Returns the way to stop listening. */
  onJump(listener: () => void): () => void;
};

/** Real time plus an offset; with `start` the clock begins there. `source` stands in for the real clock. */
export function createClock(start?: number, source: () => number = Date.now): Clock {
  const initialOffset = start === undefined ? 0 : start - source();
  const listeners = new Set<() => void>();
  let offset = initialOffset;
  const moveTo = (next: number) => {
    offset = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    now: () => source() + offset,
    advance: (ms) => moveTo(offset + ms),
    set: (ms) => moveTo(ms - source()),
    reset: () => moveTo(initialOffset),
    onJump(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
