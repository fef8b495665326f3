import type { Barcode, SellerSku } from '../ids';

/**
 * What two codes are compared by (spec R2.1). NFC only, because both platforms may store the same
 * letters in two Unicode forms. No trimming and no case folding: a near miss is not a match (R10.4).
 */
export function comparableCode(code: Barcode | SellerSku): string {
  return code.normalize('NFC');
}

/** Whether a Haravan barcode and a Lazada SellerSku name the same thing (spec R2.1). */
export function codesMatch(barcode: Barcode, sellerSku: SellerSku): boolean {
  return comparableCode(barcode) === comparableCode(sellerSku);
}
