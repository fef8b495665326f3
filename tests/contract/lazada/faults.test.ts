import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answersRows, type BadDay, COMMON_DAYS, expectedOutcome, outcomeOf, rowsOf, spansOf } from '../faults';
import { startLazadaStage } from './lazada-stage';
import { LAZADA_OPERATIONS } from './operations';

/** Lazada's own words for bad days (lazada.md §2.7, §3.3). */
const refused = { passes: false, acts: false } as const;
const DAYS: Record<string, BadDay> = {
  ...COMMON_DAYS,
  'code 6, an inner fault': {
    kind: 'refusal',
    code: '6',
    acts: false,
    passes: true,
    lasting: 'unavailable',
    atOnce: 'ambiguous',
  },
  'code SellerNotActive': {
    kind: 'refusal',
    code: 'SellerNotActive',
    lasting: 'rejected',
    atOnce: 'rejected',
    ...refused,
  },
  'code SellerCallLimit': {
    kind: 'throttle',
    code: 'SellerCallLimit',
    lasting: 'throttled',
    atOnce: 'throttled',
    ...refused,
  },
  'code 901': { kind: 'throttle', code: '901', lasting: 'throttled', atOnce: 'throttled', ...refused },
  'address not on the whitelist': {
    kind: 'refusal',
    code: 'AppWhiteIpLimit',
    lasting: 'unavailable',
    atOnce: 'unavailable',
    ...refused,
  },
};

let rig: Awaited<ReturnType<typeof startLazadaStage>>;
beforeAll(async () => {
  rig = await startLazadaStage();
});
afterEach(() => {
  rig.sandbox.lazada.faults.remove();
  rig.setPatience('patient');
});
afterAll(() => rig.sandbox.close());

describe.each(Object.entries(DAYS))('Lazada has a bad day: %s', (_name, day) => {
  beforeAll(() => rig.renew());

  const cases = LAZADA_OPERATIONS.flatMap((operation) =>
    spansOf(day, operation).map((lasts) => [operation.method, lasts, operation] as const),
  );

  test.each(cases)('%s (it lasts: %s)', async (_method, lasts, operation) => {
    const trial = await operation.open(rig.stage);
    const { kind, status, code, delayMs } = day;
    const [method, path] = operation.wire;
    rig.sandbox.lazada.faults.add({
      match: { method, path },
      kind,
      status,
      code,
      delayMs,
      count: lasts ? 'always' : 1,
    });
    const arrived = () => rig.sandbox.lazada.faults.list()[0]?.hits ?? 0;
    if (kind === 'timeout') rig.setPatience(lasts ? 'short' : 'first attempt short', arrived);
    const expected = expectedOutcome(day, operation, lasts);
    expect(await outcomeOf('lazada', trial)).toBe(expected.outcome);
    if (trial.happened) expect(trial.happened()).toBe(expected.acted);
  });
});

describe('Lazada answers an empty list: that is no fault, and no rows', () => {
  test.each(LAZADA_OPERATIONS.filter(answersRows).map((operation) => [operation.method, operation] as const))(
    '%s',
    async (_method, operation) => {
      const { act } = await operation.open(rig.stage);
      const [method, path] = operation.wire;
      rig.sandbox.lazada.faults.add({ match: { method, path }, kind: 'empty-list', count: 'always' });
      expect(rowsOf(await act())).toEqual([]);
    },
  );
});
