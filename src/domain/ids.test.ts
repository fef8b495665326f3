import { describe, expect, test } from 'vitest';
import { isIdText, itemId, orderItemId, packageId, toBarcode, toSellerSku } from './ids';

describe('ids', () => {
  test.each(['525106346980318', 'FP094612143977611', 'MPDS-200-1', 'c1f0_ab'])('%s is an id', (text) => {
    expect(isIdText(text)).toBe(true);
    expect(packageId(text)).toBe(text);
  });

  test.each(['', ' ', '12 3', 'a:b', 'null\n', 'x'.repeat(65), '<html>'])('%j is refused', (text) => {
    expect(isIdText(text)).toBe(false);
    expect(() => itemId(text)).toThrow(RangeError);
  });

  test('the refusal names what was asked for, and not the whole of a huge body', () => {
    expect(() => orderItemId('')).toThrow('not a valid order item id: ""');
    expect(() => itemId('é'.repeat(10_000))).toThrow(/^.{0,120}$/);
  });
});

describe('codes', () => {
  test.each([null, undefined, '', '   ', '\t\n', '\u00a0'])('R2.5 %j is a missing code', (raw) => {
    expect(toBarcode(raw)).toBeNull();
    expect(toSellerSku(raw)).toBeNull();
  });

  test.each(['0893', ' AO-DEN-M', 'ÁO', 'a b'])('R2.1 %j is kept exactly as written', (raw) => {
    expect(toBarcode(raw)).toBe(raw);
    expect(toSellerSku(raw)).toBe(raw);
  });
});
