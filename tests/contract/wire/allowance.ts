import { loadFixture, type FixturePlatform } from '@/tests/fixtures/load';
import { type Difference, differences } from './shape';

/** A difference that is right to be there, with the reason why. */
export type Allowance = { fixtures: RegExp; difference: RegExp; why: string };

/** What the sandbox answered, or sent, for each fixture. */
export type Answered = ReadonlyMap<string, unknown>;

const covers = (fixture: string, difference: Difference) => (allowance: Allowance) =>
  allowance.fixtures.test(fixture) && allowance.difference.test(difference);

export function differencesOf(platform: FixturePlatform, fixture: string, answered: Answered): Difference[] {
  return differences(loadFixture(platform, fixture).payload, answered.get(fixture));
}

export function unexplained(
  platform: FixturePlatform,
  fixture: string,
  answered: Answered,
  allowances: readonly Allowance[],
): Difference[] {
  return differencesOf(platform, fixture, answered).filter(
    (difference) => !allowances.some(covers(fixture, difference)),
  );
}

/** Reasons that explain nothing any more. */
export function idle(platform: FixturePlatform, answered: Answered, allowances: readonly Allowance[]): string[] {
  const all = [...answered.keys()].flatMap((fixture) =>
    differencesOf(platform, fixture, answered).map((difference) => ({ fixture, difference })),
  );
  const needed = (allowance: Allowance) =>
    all.some(({ fixture, difference }) => covers(fixture, difference)(allowance));
  return allowances.filter((allowance) => !needed(allowance)).map((allowance) => allowance.why);
}
