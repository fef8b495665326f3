import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HaravanSandbox } from '@/sandbox/haravan/sandbox';
import { type HaravanRig, startHaravanStage } from './haravan-stage';
import { HARAVAN_OPERATIONS } from './operations';

type Modes = Parameters<HaravanSandbox['control']['setModes']>[0];

/** How Haravan can answer; on each of these the sources disagree or say nothing (haravan.md §9). */
const MODES: Record<string, Modes> = {
  'as documented': {},
  'money as text, partially_paid with its underscore': { money: 'text', partiallyPaid: 'partially_paid' },
  'status changes on the API host, set overwrites what is available': {
    carrierStatusOn: ['api'],
    adjustSets: 'available',
  },
  'status changes on the shop host, local time on every list': { carrierStatusOn: ['shop'], localTimeOn: 'all' },
  'tokens without an end, refresh tokens kept, orders numbered by Haravan': {
    serviceTokenSeconds: null,
    rotatesRefresh: false,
    keepsOrderName: false,
  },
  'goods back on the shelf, unpaid orders voided': { restockOnCarrierCancel: true, voidsUnpaid: true },
};

let rig: HaravanRig;
beforeAll(async () => {
  rig = await startHaravanStage();
});
afterAll(() => rig.close());

test('the table has every operation of the client', () => {
  const methods = Object.entries(rig.stage.client).flatMap(([name, value]) =>
    typeof value === 'function' ? [name] : [],
  );
  const listed = HARAVAN_OPERATIONS.map((operation) => operation.method);
  // The first makes an address and calls nobody; the second keeps the keys that it fetched: its own tests have both.
  expect([...listed, 'authorizeUrl', 'verifyIdToken'].toSorted()).toEqual(methods.toSorted());
});

describe.each(Object.entries(MODES))('Haravan, %s', (_name, modes) => {
  beforeAll(() => {
    rig.renew();
    rig.sandbox.control.setModes(modes);
  });

  test.each(HARAVAN_OPERATIONS.map((operation) => [operation.method, operation] as const))(
    '%s',
    async (_method, operation) => {
      const { act, judge, happened } = await operation.open(rig.stage);
      judge(await act());
      expect(happened?.() ?? true).toBe(true);
    },
  );
});
