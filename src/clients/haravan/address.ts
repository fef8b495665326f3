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
