import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureNames } from '@/tests/fixtures/load';
import { type HaravanRig, startHaravanStage } from '../haravan/haravan-stage';
import { idle, unexplained } from './allowance';
import { HARAVAN_ALLOWANCES } from './haravan-allowances';
import { HARAVAN_ANSWERS } from './haravan-answers';
import { HARAVAN_WEBHOOKS, sentFor } from './haravan-webhooks';

let rig: HaravanRig;
const answered = new Map<string, unknown>();

/** Some answers are asked for by hand, since no client needs them; of the others the latest on the wire counts. */
const BY_HAND = ['order-partially-paid', 'user-claims', 'error-too-many-variants', 'error-text', 'error-map'];

beforeAll(async () => {
  rig = await startHaravanStage();
  for (const [name, ask] of Object.entries(HARAVAN_ANSWERS)) {
    rig.renew();
    // A refusal is an answer as well: its form is looked at, not its meaning.
    const answer = await Promise.resolve(ask(rig)).catch(() => undefined);
    answered.set(name, BY_HAND.includes(name) ? answer : JSON.parse(rig.lastAnswer()?.text ?? 'null'));
  }
  for (const [name, cause] of Object.entries(HARAVAN_WEBHOOKS)) {
    rig.renew();
    answered.set(name, await sentFor(rig, cause));
  }
});
afterAll(() => rig.close());

test('every recording is compared', () => {
  expect([...answered.keys()].toSorted()).toEqual(fixtureNames('haravan'));
});

test.each(fixtureNames('haravan'))('%s: the sandbox sends the same members of the same types', (name) => {
  expect(unexplained('haravan', name, answered, HARAVAN_ALLOWANCES)).toEqual([]);
});

test('every allowed difference is there', () => {
  expect(idle('haravan', answered, HARAVAN_ALLOWANCES)).toEqual([]);
});
