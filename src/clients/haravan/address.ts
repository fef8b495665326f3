import { z } from 'zod';
import { optionalText } from '../wire/scalars';

/** Names and codes are Haravan's own (haravan.md §2.23) and are echoed as sent. */
export type HaravanAddress = {
  firstName?: string;
  lastName?: string;
  name?: string;
  phone?: string;
  company?: string;
  address1?: string;
  address2?: string;
  city?: string;
  zip?: string;
  country?: string;
  countryCode?: string;
  province?: string;
  provinceCode?: string;
  district?: string;
  districtCode?: string;
  ward?: string;
  wardCode?: string;
};

const wireAddress = z.object({
  first_name: optionalText,
  last_name: optionalText,
  name: optionalText,
  phone: optionalText,
  company: optionalText,
  address1: optionalText,
  address2: optionalText,
  city: optionalText,
  zip: optionalText,
  country: optionalText,
  country_code: optionalText,
  province: optionalText,
  province_code: optionalText,
  district: optionalText,
  district_code: optionalText,
  ward: optionalText,
  ward_code: optionalText,
});

export const addressSchema = wireAddress.transform((wire): HaravanAddress => {
  const { first_name, last_name, country_code, province_code, district_code, ward_code, ...same } = wire;
  return {
    ...same,
    firstName: first_name,
    lastName: last_name,
    countryCode: country_code,
    provinceCode: province_code,
    districtCode: district_code,
    wardCode: ward_code,
  };
});

/** Absent members are not sent. */
export function toWireAddress(address: HaravanAddress | undefined): z.input<typeof wireAddress> | undefined {
  if (address === undefined) return undefined;
  const { firstName, lastName, countryCode, provinceCode, districtCode, wardCode, ...same } = address;
  return {
    ...same,
    first_name: firstName,
    last_name: lastName,
    country_code: countryCode,
    province_code: provinceCode,
    district_code: districtCode,
    ward_code: wardCode,
  };
}
