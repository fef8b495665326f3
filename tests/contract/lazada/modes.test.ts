import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LazadaSandbox } from '@/sandbox/lazada/sandbox';
import { startLazadaStage } from './lazada-stage';
import { LAZADA_OPERATIONS } from './operations';

type Modes = Parameters<LazadaSandbox['control']['setModes']>[0];

/** How Lazada's answers can look; each was seen somewhere (lazada.md §2.6, §9.1, §9.7, §15). */
const MODES: Record<string, Modes> = {
  live: { wire: 'live' },
  documented: { wire: 'doc' },
  masked: { masking: true },
  'masked whole': { masking: true, maskStyle: 'full' },
  'masked, documented': { masking: true, wire: 'doc' },
  'times without offset': { naiveListDates: true },
  'paging ignored': { pagingIgnored: true },
  'an app in test': { appState: 'test' },
  'refresh tokens kept': { tokenRotation: false },
};

let rig: Awaited<ReturnType<typeof startLazadaStage>>;
beforeAll(async () => {
  rig = await startLazadaStage();
});
afterAll(() => rig.sandbox.close());

test('the table has every operation of the client', () => {
  const methods = Object.entries(rig.stage.client).flatMap(([name, value]) =>
    typeof value === 'function' ? [name] : [],
  );
  const listed = LAZADA_OPERATIONS.map((operation) => operation.method);
  // Makes an address and calls nobody.
  expect([...listed, 'authorizeUrl'].toSorted()).toEqual(methods.toSorted());
});

describe.each(Object.entries(MODES))('Lazada, %s', (_name, modes) => {
  beforeAll(async () => {
    await rig.renew();
    rig.sandbox.lazada.control.setModes(modes);
  });

  test.each(LAZADA_OPERATIONS.map((operation) => [operation.method, operation] as const))(
    '%s',
    async (_method, operation) => {
      const { act, judge, happened } = await operation.open(rig.stage);
      judge(await act());
      expect(happened?.() ?? true).toBe(true);
    },
  );
});
