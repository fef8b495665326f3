import { describe, expect, test } from 'vitest';
import { type PreviewRow, previewRisks, summarizePreview } from './preview';

const none = { before: null, after: null };

function quantity(before: number | null, after: number | null): PreviewRow {
  return { quantity: { before, after }, price: none };
}

function price(before: number | null, after: number | null): PreviewRow {
  return { quantity: none, price: { before, after } };
}

describe('R3.1 before a switch is turned on', () => {
  test.each([
    ['7 → 0', quantity(7, 0), ['falls_to_zero']],
    ['0 → 0', quantity(0, 0), []],
    ['7 → 1', quantity(7, 1), []],
    ['unknown → 0', quantity(null, 0), []],
    ['7 → not sent', quantity(7, null), []],
    ['100 000 → 130 000: exactly 30 %', price(100_000, 130_000), []],
    ['100 000 → 130 001', price(100_000, 130_001), ['large_price_change']],
    ['100 000 → 70 000: exactly 30 %', price(100_000, 70_000), []],
    ['100 000 → 69 999', price(100_000, 69_999), ['large_price_change']],
    ['0 → 10 000', price(0, 10_000), ['large_price_change']],
    ['unknown → 10 000', price(null, 10_000), []],
    ['100 000 → not sent', price(100_000, null), []],
    [
      'both',
      { quantity: { before: 1, after: 0 }, price: { before: 1, after: 9 } },
      ['falls_to_zero', 'large_price_change'],
    ],
  ])('%s', (_case, row, risks) => {
    expect(previewRisks(row)).toEqual(risks);
  });

  test('counts', () => {
    const rows = [quantity(7, 0), quantity(3, 3), price(100, 200), price(100, 110), quantity(7, null)];
    expect(summarizePreview(rows)).toEqual({ total: 5, changed: 3, fallsToZero: 1, largePriceChanges: 1 });
  });
});
