import { expect, test } from 'vitest';
import { createClock } from '@/sandbox/core/clock';
import type { TurnLeases } from '@/src/sync/ports/turn';
import { createLateCalls } from './late-calls';
import { createTime } from './time';

const START = 1_000;

function world() {
  const clock = createClock(START, () => START);
  const came: string[] = [];
  const late = createLateCalls();
  const leases: TurnLeases = { acquire: async () => null, prolong: async () => true, release: async () => {} };
  const time = createTime({ clock, pass: (ms) => void clock.advance(ms) }, late, () => leases);
  const now = () => clock.now() - START;
  const comes = (name: string, dueAt: number) =>
    late.add({ dueAt, run: async () => void came.push(`${name} at ${now()}`) });
  return { time, late, comes, came, now };
}

test('R8.1 what comes late happens at its moment, in order, whoever lets the time pass it', async () => {
  const { time, late, comes, came, now } = world();
  comes('second', START + 25_000);
  comes('first', START + 20_001);
  comes('third', START + 90_000);
  await time.pass(20_000);
  expect(came).toEqual([]);
  await time.pass(20_000);
  expect(came).toEqual(['first at 20001', 'second at 25000']);
  expect(now()).toBe(40_000);
  await time.pass(50_000);
  expect(came.at(-1)).toBe('third at 90000');
  expect(late.waiting()).toBe(0);
});

test('R8.1 in the end nothing comes late any more', async () => {
  const { late, comes, came } = world();
  comes('one', START + 25_000);
  await late.carryOutAll();
  expect(came).toEqual(['one at 0']);
});
