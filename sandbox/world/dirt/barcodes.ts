import type { Ids } from '../../core/ids';
import { type Draft, takeProduct, takeVariant } from '../draft';

const EMPTY = [null, '', '  '] as const;

/** Every fourth of them is on sale at Lazada: giving it its barcode back links it. */
export function missBarcodes(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const variant = takeVariant(draft, ids, 'missingBarcode');
    variant.barcode = EMPTY[index % EMPTY.length] ?? null;
    if (index % 4 !== 0) variant.listings = [];
  }
}

/** The second variant of a product bears the barcode of the first. */
export function repeatWithinProducts(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const [first, second] = takeProduct(draft, ids, 'repeatedInProduct').variants;
    if (!first || !second) continue;
    second.barcode = first.barcode;
    second.listings = [];
  }
}

/** Variants of two products bear one barcode. */
export function repeatAcrossProducts(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const first = takeVariant(draft, ids, 'repeatedAcross');
    const others = draft.products.filter((product) => !product.variants.includes(first));
    const second = takeVariant({ ...draft, products: others }, ids, 'repeatedAcross');
    second.barcode = first.barcode;
    second.listings = [];
  }
}

/** Looks the same on screen: composed letters in Haravan, letters with combining marks on Lazada. */
export function decomposeCodes(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const variant = takeVariant(draft, ids, 'otherNormalForm');
    const code = `TÚI-MÂY-ĐỎ-${variant.id % 1000}`;
    variant.barcode = code.normalize('NFC');
    for (const listing of variant.listings) listing.sellerSku = code.normalize('NFD');
  }
}

/** A code that breaks careless URL and XML writers. */
export function addAmpersands(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const variant = takeVariant(draft, ids, 'ampersand');
    variant.barcode = `NỒI&CHẢO-SỐ-${variant.id % 1000}`.normalize('NFC');
    for (const listing of variant.listings) listing.sellerSku = variant.barcode;
  }
}

/** Another merchant uses the same codes: tenants must not mix. */
export function shareBarcodes(draft: Draft, ids: Ids, codes: readonly string[]): void {
  for (const code of codes) {
    const variant = takeVariant(draft, ids, 'sharedBarcode');
    variant.barcode = code;
    for (const listing of variant.listings) listing.sellerSku = code;
  }
}
