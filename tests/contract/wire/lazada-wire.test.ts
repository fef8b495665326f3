import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureNames } from '@/tests/fixtures/load';
import { type LazadaRig, startLazadaStage } from '../lazada/lazada-stage';
import { idle, unexplained } from './allowance';
import { LAZADA_ALLOWANCES } from './lazada-allowances';
import { LAZADA_ANSWERS } from './lazada-answers';
import { LAZADA_PUSHES, pushedFor } from './lazada-pushes';

let rig: LazadaRig;
const answered = new Map<string, unknown>();

beforeAll(async () => {
  rig = await startLazadaStage();
  for (const [name, ask] of Object.entries(LAZADA_ANSWERS)) {
    await rig.renew();
    rig.sandbox.lazada.control.setModes({ wire: name.endsWith('-documented') ? 'doc' : 'live' });
    // A refusal is an answer as well: its form is looked at, not its meaning.
    await Promise.resolve(ask(rig)).catch(() => undefined);
    answered.set(name, JSON.parse(rig.lastAnswer()?.text ?? 'null'));
  }
  for (const [name, cause] of Object.entries(LAZADA_PUSHES)) {
    await rig.renew();
    answered.set(name, await pushedFor(rig, cause));
  }
});
afterAll(() => rig.sandbox.close());

test('every recording is compared', () => {
  expect([...answered.keys()].toSorted()).toEqual(fixtureNames('lazada'));
});

test.each(fixtureNames('lazada'))('%s: the sandbox sends the same members of the same types', (name) => {
  expect(unexplained('lazada', name, answered, LAZADA_ALLOWANCES)).toEqual([]);
});

test('every allowed difference is there', () => {
  expect(idle('lazada', answered, LAZADA_ALLOWANCES)).toEqual([]);
});
