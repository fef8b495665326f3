import { describe, expect, test } from 'vitest';
import { PlatformError, type PlatformErrorKind } from '@/src/clients/http/platform-error';
import type { OrderParking } from '../ports/order-imports';
import { createOrderParker } from './park-order';

const MINUTE_MS = 60_000;
const NOW = 1_000_000;
const turn = { merchantId: '1', fence: { key: 'orders_1_5', token: 1n } };

/** Parks an order that was held up so often by that, and meets this trouble now; chance says the longest pause. */
async function parked(attempts: number, blockedBy: string | null, kind: PlatformErrorKind): Promise<OrderParking> {
  const found: OrderParking[] = [];
  const park = createOrderParker({
    orders: { park: async (_merchantId, _connectionId, _id, parking) => void found.push(parking) },
    issues: { report: async () => {} },
    trail: { record: async () => {} },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    clock: { now: () => NOW },
    random: () => 1,
    lateWriteMs: 30_000,
  });
  const record = { lazadaOrderId: '525106346980318', attempts, blockedBy };
  await park(
    { turn, connection: { id: '5' }, record },
    new PlatformError({ kind, platform: 'haravan', operation: 'orders.create' }),
  );
  const [parking] = found;
  if (!parking) throw new Error('it was not parked');
  return parking;
}

const waitsMs = ({ dueAt }: OrderParking) => dueAt.getTime() - NOW;

describe('R4.1 R8.4 how long an order waits that Haravan refuses', () => {
  test.each([
    ['nothing held it up before', 0, null],
    ['its create was asked for twice, no answer came', 4, 'create_answer'],
    ['Haravan was down for an hour', 12, 'unavailable'],
    ['a change on Lazada woke it', 5, null],
  ])('the first time, when %s: a quarter of an hour', async (_title, attempts, blockedBy) => {
    const parking = await parked(attempts, blockedBy, 'not_found');
    expect(waitsMs(parking)).toBe(15 * MINUTE_MS);
    expect(parking).toMatchObject({ attempts: 1, blockedBy: 'not_found', failing: true });
  });

  test.each([
    [1, 30],
    [2, 60],
    [5, 360],
    [40, 360],
  ])('after %i refusals in a row: %i minutes', async (attempts, minutes) => {
    const parking = await parked(attempts, 'not_found', 'not_found');
    expect(waitsMs(parking)).toBe(minutes * MINUTE_MS);
    expect(parking.attempts).toBe(attempts + 1);
  });
});
