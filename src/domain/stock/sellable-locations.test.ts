import { describe, expect, test } from 'vitest';
import { locationId } from '../ids';
import { type StockLocation, sellableLocations } from './sellable-locations';

function location(id: string, type: string | null = 'default', isUnavailableQuantity = false): StockLocation {
  return { locationId: locationId(id), type, isUnavailableQuantity };
}

const locations = [location('1'), location('2', null), location('3', 'ontheroad'), location('4', 'default', true)];

describe('R3.3 Kho đồng bộ tồn kho', () => {
  test('Kho tổng is every sellable location', () => {
    expect(sellableLocations(locations, { kind: 'all' })).toEqual({ locationIds: ['1', '2'], missing: [] });
  });

  test.each([
    [['2'], ['2'], []],
    [['1', '2', '1'], ['1', '2'], []],
    [['1', '3'], ['1'], ['3']],
    [['4'], [], ['4']],
    [['9', '2'], ['2'], ['9']],
  ])('chosen %j reads %j and misses %j', (chosen, read, missing) => {
    const locationIds = chosen.map(locationId);
    expect(sellableLocations(locations, { kind: 'chosen', locationIds })).toEqual({ locationIds: read, missing });
  });
});
