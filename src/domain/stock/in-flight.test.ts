import { describe, expect, test } from 'vitest';
import { connectionId, lazadaOrderId, locationId, orderItemId, variantId } from '../ids';
import { readItemStatus } from '../order/item-status';
import { flightReason, type HaravanCount, inFlightByVariant, type SoldUnit, type StockReading } from './in-flight';

const reading: StockReading = { begunAtMs: 1_000, locationIds: [locationId('A'), locationId('B')] };

const notImported: HaravanCount = { kind: 'not_created', failing: false };
const failing: HaravanCount = { kind: 'not_created', failing: true };
const customLine: HaravanCount = { kind: 'not_counted' };
const excluded: HaravanCount = { kind: 'excluded' };

function countedAt(location: string, answeredAtMs: number): HaravanCount {
  return { kind: 'counted', answeredAtMs, locationId: locationId(location) };
}

function unit(status: string, haravan: HaravanCount, more: Partial<SoldUnit> = {}): SoldUnit {
  return {
    connectionId: connectionId('c1'),
    orderId: lazadaOrderId('100'),
    orderItemId: orderItemId('101'),
    variantId: variantId('v1'),
    status: readItemStatus(status),
    fulfilledByLazada: false,
    haravan,
    ...more,
  };
}

describe('R3.5 what Haravan does not count yet is in flight', () => {
  test.each([
    ['unpaid', notImported, 'unpaid'],
    ['pending', notImported, 'not_imported'],
    ['pending', failing, 'import_failing'],
    ['shipped', failing, 'import_failing'],
    ['delivered', notImported, 'not_imported'],
    ['returned', notImported, 'not_imported'],
    ['a_status_of_tomorrow', notImported, 'not_imported'],
    ['canceled', notImported, null],
    ['canceled', failing, null],
    ['pending', excluded, null],
    ['unpaid', excluded, null],
  ] as const)('%s, %j → %s', (status, haravan, reason) => {
    expect(flightReason(unit(status, haravan), reading)).toBe(reason);
  });
});

describe('R3.5 a unit leaves flight only when a reading begun after the answer shows it', () => {
  test.each([
    ['before the answer', 1_001, 'read_before_answer'],
    ['in the same millisecond', 1_000, 'read_before_answer'],
    ['after the answer', 999, null],
  ] as const)('reading begun %s', (_when, answeredAtMs, reason) => {
    expect(flightReason(unit('pending', countedAt('A', answeredAtMs)), reading)).toBe(reason);
  });

  test.each([
    ['pending', 'other_warehouse'],
    ['ready_to_ship', 'other_warehouse'],
    ['shipped', 'other_warehouse'],
    ['failed_delivery', 'other_warehouse'],
    ['shipped_back', 'other_warehouse'],
    ['delivered', null],
    ['rtm_init', null],
    ['returned', null],
    ['lost_by_3pl', null],
    ['package_scrapped', null],
    ['canceled', null],
  ] as const)('committed outside the stock warehouses, %s → %s', (status, reason) => {
    expect(flightReason(unit(status, countedAt('Z', 1)), reading)).toBe(reason);
  });

  test.each([
    ['pending', 'not_counted'],
    ['delivered', null],
    ['rtm_init', null],
    ['canceled', null],
  ] as const)('a custom line holds no stock, %s → %s', (status, reason) => {
    expect(flightReason(unit(status, customLine), reading)).toBe(reason);
  });
});

describe('R3.5 units per variant', () => {
  test('goods in Lazada’s own warehouse are never ours', () => {
    expect(flightReason(unit('pending', notImported, { fulfilledByLazada: true }), reading)).toBeNull();
  });

  test('are summed over shops; a line that matches nothing is left out', () => {
    const other = { connectionId: connectionId('c2'), orderItemId: orderItemId('201') };
    const units = [
      unit('pending', notImported),
      unit('unpaid', notImported, other),
      unit('pending', notImported, { variantId: null }),
      unit('pending', countedAt('A', 1)),
    ];
    const inFlight = inFlightByVariant(units, reading);
    expect([...inFlight.keys()]).toEqual(['v1']);
    expect(inFlight.get(variantId('v1'))).toEqual([
      { connectionId: 'c1', orderId: '100', orderItemId: '101', variantId: 'v1', reason: 'not_imported' },
      { connectionId: 'c2', orderId: '100', orderItemId: '201', variantId: 'v1', reason: 'unpaid' },
    ]);
  });
});
