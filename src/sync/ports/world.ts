/** Time, chance and words from outside, injected so that a run can be replayed. */
export type Clock = { now(): number };
export type Random = () => number;

export type Log = {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
};
