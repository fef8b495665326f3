import { foldPlace, provinceOf } from './vietnam-province';

/** Lazada's address lines; which level stands where differs between sources (lazada.md §9.5). */
export type LazadaAddress = { address1: string; address3: string; address4: string; address5: string; city: string };

/** What Haravan gets (spec R4.3): never the ward. Empty text: not known. */
export type ShippingPlace = { address1: string; district: string; province: string };

const districtPrefix = /^(quan|q|huyen|h|thi xa|tx|thanh pho|tp)[ .]|^q\d/;
const wardPrefix = /^(phuong|xa|thi tran|tt|p|x)[ .]|^p\d/;

function isWard(place: string): boolean {
  return wardPrefix.test(foldPlace(place));
}

/** `Thành phố Bắc Ninh` is a district of `Bắc Ninh`: a name that is surely a province goes first. */
function findProvince(places: readonly string[]): string | undefined {
  return places.find((place) => provinceOf(place) === 'sure') ?? places.find((place) => provinceOf(place) !== null);
}

/** Without a prefix only the field that is the district's own in the documented order is believed. */
function findDistrict(places: readonly string[], documented: string): string {
  return (
    places.find((place) => districtPrefix.test(foldPlace(place))) ?? places.find((place) => place === documented) ?? ''
  );
}

/** The place Haravan gets; what is neither province nor district is left out (spec R4.3). */
export function shippingPlace(address: LazadaAddress): ShippingPlace {
  const named = [address.address3, address.address4, address.address5, ...address.city.split(/\s*-\s*/)];
  const places = named.map((place) => place.trim()).filter((place) => place !== '' && !isWard(place));
  const province = findProvince(places) ?? '';
  const rest = places.filter((place) => place !== province);
  return { address1: address.address1.trim(), district: findDistrict(rest, address.address4.trim()), province };
}
