import { describe, expect, test } from 'vitest';
import { policyExample } from './policy-example';
import { choices, draftOf, formOf, isDirty, lacksStockLocation, outsideStock } from './draft';

const settings = {
  pushPrice: false,
  pushQuantity: false,
  orderProcessing: 'lazada' as const,
  stockLocationIds: [] as string[],
  orderLocationId: null,
  stockPercent: 100,
  safetyStock: 0,
  maxQuantity: null,
  restockOnCancel: true,
  restockReturns: false,
};
const locations = [
  { locationId: '1', name: 'Kho chính', isPrimary: true, sellable: true },
  { locationId: '2', name: 'Kho Thủ Đức', isPrimary: false, sellable: true },
  { locationId: '3', name: 'Hàng đang về', isPrimary: false, sellable: false },
];

describe('R3.3 Kho đồng bộ tồn kho in the form', () => {
  test('Kho tổng is an empty list, and nothing picked is not Kho tổng', () => {
    const draft = draftOf({ settings });
    expect(draft.stockMode).toBe('all');
    const choosing = { ...draft, stockMode: 'some' as const };
    expect(lacksStockLocation(choosing)).toBe(true);
    expect(isDirty(choosing, { settings })).toBe(true);
    expect(formOf({ ...choosing, stockLocationIds: ['2'] }).stockLocationIds).toEqual(['2']);
    expect(formOf({ ...choosing, stockMode: 'all', stockLocationIds: ['2'] }).stockLocationIds).toEqual([]);
  });

  test('the order in which warehouses are ticked changes nothing', () => {
    const saved = { settings: { ...settings, stockLocationIds: ['2', '1'] } };
    expect(isDirty({ ...draftOf(saved), stockLocationIds: ['1', '2'] }, saved)).toBe(false);
  });

  test('what is not sellable is not offered, unless it was picked; what is gone is named', () => {
    expect(choices(locations, ['9'])).toEqual({ offered: locations.slice(0, 2), gone: ['9'] });
    expect(choices(locations, ['3']).offered).toHaveLength(3);
  });
});

test('R4.4 an order warehouse outside the stock warehouses is said before saving', () => {
  const draft = { ...draftOf({ settings }), stockMode: 'some' as const, stockLocationIds: ['2'] };
  expect(outsideStock({ ...draft, orderLocationId: '2' }, locations)).toBeNull();
  expect(outsideStock({ ...draft, orderLocationId: '1' }, locations)).toBe('1');
  // Kho tổng: Haravan's default warehouse takes the order.
  expect(outsideStock(draft, locations)).toBe('1');
  expect(outsideStock({ ...draft, stockMode: 'all' }, locations)).toBeNull();
});

test('R10.13 the example in the form is computed by the rule that sends: with 37 in stock, 28 are sent', () => {
  expect(policyExample({ stockPercent: 80, safetyStock: 1, maxQuantity: null })).toEqual({ share: 29, result: 28 });
  expect(policyExample({ stockPercent: 100, safetyStock: 0, maxQuantity: 10 }).result).toBe(10);
  expect(policyExample({ stockPercent: 10, safetyStock: 5, maxQuantity: null }).result).toBe(0);
});

test('R10.12 settings copied from another shop make the form differ from what is saved', () => {
  const copied = draftOf({ settings: { ...settings, stockPercent: 50, stockLocationIds: ['2'] } });
  expect(isDirty(copied, { settings })).toBe(true);
  expect(formOf(copied)).toMatchObject({ stockPercent: 50, stockLocationIds: ['2'] });
});
