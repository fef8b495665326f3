import type { Stage } from './stage';

export type Step = {
  /** What a person would say that happens, with the merchant's own words. */
  title: string;
  requirements: string;
  /** Acts as people do, then looks at both platforms and the database. @returns what was found, in a few words @throws */
  play(stage: Stage): Promise<string>;
};

/** @throws naming the first of them, unless there are none */
export function requireNone(what: string, wrong: readonly string[]): void {
  if (wrong.length === 0) return;
  const few = wrong.slice(0, 8).map((line) => `    ${line}`);
  throw new Error(`${what}: ${wrong.length} wrong\n${few.join('\n')}`);
}

export function requireThat(held: boolean, otherwise: string): asserts held {
  if (!held) throw new Error(otherwise);
}

/** One word per row that is wrong, for `waitUntilRight`. */
export const wrongUnless = (held: boolean, otherwise: string): string[] => (held ? [] : [otherwise]);
