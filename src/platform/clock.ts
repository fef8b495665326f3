/** Time as a dependency: tests and the model run move it by hand. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };
