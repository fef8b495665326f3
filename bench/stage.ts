const begunAt = performance.now();

/** A line on how far it came, with the seconds since this program began. */
export const stage = (what: string): void =>
  console.log(`${((performance.now() - begunAt) / 1_000).toFixed(0)} s: ${what}`);
