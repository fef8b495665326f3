import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import type { Transport } from '@/src/clients/http/transport';
import { type HaravanRig, startHaravanStage } from '../haravan/haravan-stage';
import { HARAVAN_OPERATIONS } from '../haravan/operations';
import { type LazadaRig, startLazadaStage } from '../lazada/lazada-stage';
import { LAZADA_OPERATIONS } from '../lazada/operations';
import { guarded, LiveWriteRefused } from './guard';
import { readLiveRun } from './live-env';

/** The road with a guard that stands aside while a test prepares itself. */
function guardedRoad(operations: Parameters<typeof guarded>[1]) {
  const open = createAxiosTransport();
  const road = { watched: false, writes: false, sent: 0, refused: 0 };
  const transport: Transport = async (message, timeoutMs) => {
    if (!road.watched) return open(message, timeoutMs);
    const counting: Transport = (...given) => {
      road.sent += 1;
      return open(...given);
    };
    return guarded(
      counting,
      operations,
      road.writes,
    )(message, timeoutMs).catch((error: unknown) => {
      if (error instanceof LiveWriteRefused) road.refused += 1;
      throw error;
    });
  };
  return { road, transport };
}

const lazadaRoad = guardedRoad(LAZADA_OPERATIONS);
const haravanRoad = guardedRoad(HARAVAN_OPERATIONS);
let lazada: LazadaRig;
let haravan: HaravanRig;

beforeAll(async () => {
  lazada = await startLazadaStage({ transport: lazadaRoad.transport });
  haravan = await startHaravanStage(haravanRoad.transport);
});
afterAll(async () => {
  await lazada.sandbox.close();
  await haravan.close();
});

const PLATFORMS = [
  ...LAZADA_OPERATIONS.map((operation) => ({
    name: `Lazada ${operation.method}`,
    operation,
    road: lazadaRoad.road,
    open: () => operation.open(lazada.stage),
  })),
  ...HARAVAN_OPERATIONS.map((operation) => ({
    name: `Haravan ${operation.method}`,
    operation,
    road: haravanRoad.road,
    open: () => operation.open(haravan.stage),
  })),
];
type Row = (typeof PLATFORMS)[number];

/** Makes the call with the guard in its place; whether it got through, and what the platform did. */
async function attempted({ road, open }: Row, writes: boolean) {
  const { act, happened } = await open();
  Object.assign(road, { watched: true, writes, sent: 0, refused: 0 });
  const error = await act().then(
    () => 'none',
    (reason: unknown) => String(reason),
  );
  road.watched = false;
  return { through: error === 'none', error, happened: happened?.() ?? false, sent: road.sent, refused: road.refused };
}

const named = (rows: Row[]) => rows.map((row) => [row.name, row] as const);
const isRead = ({ operation }: Row) => operation.effect === 'read';
const isHarmless = ({ operation }: Row) => operation.harmless === true;

describe('a live run without LIVE_WRITES', () => {
  test.each(named(PLATFORMS.filter(isRead)))('%s is let through', async (_name, row) => {
    expect(await attempted(row, false)).toMatchObject({ error: 'none', refused: 0 });
  });

  test.each(named(PLATFORMS.filter((row) => !isRead(row))))('%s never leaves', async (_name, row) => {
    const { refused, ...rest } = await attempted(row, false);
    expect(rest).toMatchObject({ through: false, happened: false, sent: 0 });
    expect(refused).toBeGreaterThan(0);
  });
});

describe('with LIVE_WRITES', () => {
  test.each(named(PLATFORMS.filter(isHarmless)))('%s is let through', async (_name, row) => {
    expect(await attempted(row, true)).toMatchObject({ error: 'none', happened: true, refused: 0 });
  });

  test.each(named(PLATFORMS.filter((row) => !isRead(row) && !isHarmless(row))))(
    '%s still never leaves',
    async (_name, row) => {
      expect(await attempted(row, true)).toMatchObject({ through: false, happened: false, sent: 0 });
    },
  );
});

test('what no table names is refused', async () => {
  const never: Transport = () => Promise.reject(new Error('sent'));
  const road = guarded(never, LAZADA_OPERATIONS, true);
  const message = { method: 'GET', url: 'https://api.lazada.vn/rest/product/remove?x=1' } as const;
  await expect(road(message, 1)).rejects.toBeInstanceOf(LiveWriteRefused);
});

describe('the environment', () => {
  const credentials = {
    LIVE_LAZADA_APP_KEY: '1',
    LIVE_LAZADA_APP_SECRET: 's',
    LIVE_LAZADA_ACCESS_TOKEN: 't',
    LIVE_LAZADA_SELLER_ID: '2',
    LIVE_HARAVAN_ACCESS_TOKEN: 't',
    LIVE_HARAVAN_ORG_ID: '3',
    LIVE_HARAVAN_SHOP: 'shop',
  };

  test.each([undefined, '', '0', 'true', ' 1'])('LIVE=%s stays at the sandbox', (LIVE) => {
    expect(readLiveRun({ ...credentials, LIVE, LIVE_WRITES: '1' })).toEqual({ kind: 'sandbox' });
  });

  test.each([
    [undefined, false],
    ['true', false],
    ['1', true],
  ])('LIVE_WRITES=%s: writes %s', (LIVE_WRITES, writes) => {
    expect(readLiveRun({ ...credentials, LIVE: '1', LIVE_WRITES })).toMatchObject({ kind: 'live', writes });
  });

  test.each(Object.keys(credentials))('LIVE=1 without %s is an error', (missing) => {
    expect(() => readLiveRun({ ...credentials, LIVE: '1', [missing]: undefined })).toThrow(missing);
  });
});
