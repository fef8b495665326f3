/** Lazada's address lines; which level stands where differs between sources (lazada.md §9.5). */
export type LazadaAddress = { address1: string; address3: string; address4: string; address5: string; city: string };

/** What Haravan gets (spec R4.3): never the ward. Empty text: not known. */
export type ShippingPlace = { address1: string; district: string; province: string };

export function shippingPlace(_address: LazadaAddress): ShippingPlace {
  throw new Error('not written yet');
}
