import { expect, test } from 'vitest';
import { DISASTERS } from '@/tests/chaos/disasters';
import { runChaos } from '@/tests/chaos/run-chaos';

test('R8.1 whatever dies under load, afterwards both sides agree and no order is missing or twice', async () => {
  const report = await runChaos({
    seed: 1,
    strikeMs: 10_000,
    pauseMs: 500,
    lifePauseMs: 400,
    cutMs: 2_000,
    // A create whose answer was lost is looked for after 50 s, and once more (design §6).
    healMs: 120_000,
    dataDir: '.data/chaos-test',
    print: () => undefined,
  });
  expect(new Set(report.disasters).size).toBe(DISASTERS.length);
  expect(report.counts.order).toBeGreaterThan(5);
}, 240_000);
