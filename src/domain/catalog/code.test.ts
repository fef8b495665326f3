import { describe, expect, test } from 'vitest';
import { toBarcode, toSellerSku } from '../ids';
import { codesMatch } from './code';

function match(left: string, right: string): boolean {
  const barcode = toBarcode(left);
  const sellerSku = toSellerSku(right);
  return barcode !== null && sellerSku !== null && codesMatch(barcode, sellerSku);
}

describe('R2.1 barcode and SellerSku', () => {
  test.each([
    ['AO-DEN-M', 'AO-DEN-M', 'the same text'],
    ['ÁO-ĐEN', 'ÁO-ĐEN'.normalize('NFD'), 'NFC and NFD of the same letters'],
    [' 8938', ' 8938', 'the same leading space'],
  ])('%j = %j: %s', (barcode, sellerSku) => {
    expect(match(barcode, sellerSku)).toBe(true);
    expect(match(sellerSku, barcode)).toBe(true);
  });

  test.each([
    ['AO-DEN-M', 'ao-den-m', 'case'],
    ['8938', '8938 ', 'a trailing space'],
    ['08938', '8938', 'a leading zero'],
    ['A0', 'AO', 'zero and O'],
    ['A-1', 'A‑1', 'a no-break hyphen'],
    ['A1', 'A１', 'a full-width digit'],
    ['', '', 'nothing at all'],
    [' ', ' ', 'only whitespace'],
  ])('%j ≠ %j: %s is a near miss, not a match', (barcode, sellerSku) => {
    expect(match(barcode, sellerSku)).toBe(false);
  });
});
