import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answersRows, type BadDay, COMMON_DAYS, expectedOutcome, outcomeOf, rowsOf, spansOf } from '../faults';
import { type HaravanRig, startHaravanStage } from './haravan-stage';
import { HARAVAN_OPERATIONS } from './operations';

const refused = { passes: false, acts: false } as const;
/** Haravan's own ways to refuse (haravan.md §2.2). */
const DAYS: Record<string, BadDay> = {
  ...COMMON_DAYS,
  'a 422 that may pass': {
    kind: 'refusal',
    status: 422,
    message: 'Có lỗi xảy ra',
    acts: false,
    passes: true,
    lasting: 'rejected',
    atOnce: 'rejected',
    readsOnly: true,
  },
  'a 422 that means not found': { kind: 'refusal', status: 422, lasting: 'not_found', atOnce: 'not_found', ...refused },
  'a 404': { kind: 'refusal', status: 404, lasting: 'not_found', atOnce: 'not_found', ...refused },
  'a 403': { kind: 'refusal', status: 403, message: 'Forbidden', lasting: 'rejected', atOnce: 'rejected', ...refused },
};

/** A host that does not take a status change sends it to the other one: the client's own tests have that. */
const sendsElsewhere = ({ kind, status }: BadDay): boolean =>
  kind === 'expired-token' || (kind === 'refusal' && status !== undefined);

let rig: HaravanRig;
beforeAll(async () => {
  rig = await startHaravanStage();
});
afterEach(() => {
  rig.sandbox.faults.remove();
  rig.setPatience('patient');
});
afterAll(() => rig.close());

describe.each(Object.entries(DAYS))('Haravan has a bad day: %s', (_name, day) => {
  beforeAll(() => rig.renew());

  const staying = HARAVAN_OPERATIONS.filter(({ fallsBack }) => !fallsBack || !sendsElsewhere(day));
  const cases = staying.flatMap((operation) =>
    spansOf(day, operation).map((lasts) => [operation.method, lasts, operation] as const),
  );

  test.each(cases)('%s (it lasts: %s)', async (_method, lasts, operation) => {
    const trial = await operation.open(rig.stage);
    const { kind, status, message, delayMs } = day;
    const [method, path] = operation.wire;
    rig.sandbox.faults.add({ match: { method, path }, kind, status, message, delayMs, count: lasts ? 'always' : 1 });
    const arrived = () => rig.sandbox.faults.list()[0]?.hits ?? 0;
    if (kind === 'timeout') rig.setPatience(lasts ? 'short' : 'first attempt short', arrived);
    const expected = expectedOutcome(day, operation, lasts);
    expect(await outcomeOf('haravan', trial)).toBe(expected.outcome);
    if (trial.happened) expect(trial.happened()).toBe(expected.acted);
  });
});

describe('Haravan answers an empty list: that is no fault, and no rows', () => {
  test.each(HARAVAN_OPERATIONS.filter(answersRows).map((operation) => [operation.method, operation] as const))(
    '%s',
    async (_method, operation) => {
      const { act } = await operation.open(rig.stage);
      const [method, path] = operation.wire;
      rig.sandbox.faults.add({ match: { method, path }, kind: 'empty-list', count: 'always' });
      expect(rowsOf(await act())).toEqual([]);
    },
  );
});
