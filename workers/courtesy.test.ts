import { expect, test } from 'vitest';
import type { Lane } from '@/src/domain/lane';
import { createCourtesy } from './courtesy';

function rig(running: (looks: number) => number) {
  const seen = { now: 0, looks: 0, asked: [] as readonly Lane[] };
  const letOthersGo = createCourtesy({
    now: () => seen.now,
    sleep: async (ms) => {
      seen.now += ms;
    },
    running: async (lanes) => {
      seen.asked = lanes;
      return running(seen.looks++);
    },
  });
  return { seen, letOthersGo };
}

test('R7.2 goes on at once when nobody is waited for', async () => {
  const { seen, letOthersGo } = rig(() => 0);
  await letOthersGo();
  expect(seen).toEqual({ now: 0, looks: 1, asked: ['orders', 'actions', 'intake'] });
});

test('R7.2 waits while orders run, and goes on when they are done', async () => {
  const { seen, letOthersGo } = rig((looks) => (looks < 3 ? 2 : 0));
  await letOthersGo();
  expect(seen).toMatchObject({ now: 75, looks: 4 });
});

test('R7.2 orders without end are waited for half a second', async () => {
  const { seen, letOthersGo } = rig(() => 1);
  await letOthersGo();
  expect(seen.now).toBe(500);
});
