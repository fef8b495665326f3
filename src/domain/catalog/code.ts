import type { Barcode, SellerSku } from '../ids';

/** What codes are compared by (spec R2.1): NFC, but no trimming or folding, a near miss is no match (R10.4). */
export function comparableCode(code: Barcode | SellerSku): string {
  return code.normalize('NFC');
}

export function codesMatch(barcode: Barcode, sellerSku: SellerSku): boolean {
  return comparableCode(barcode) === comparableCode(sellerSku);
}
