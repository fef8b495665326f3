import type { HaravanAuth } from './haravan-auth';

/** A province, district or ward. Codes are Haravan's own: `HC` is Hồ Chí Minh (haravan.md §2.23). */
export type HaravanRegion = { id: string; code: string; name: string };

export type HaravanGeographyApi = {
  listProvinces(auth: HaravanAuth): Promise<HaravanRegion[]>;
  listDistricts(auth: HaravanAuth, provinceId: string): Promise<HaravanRegion[]>;
  listWards(auth: HaravanAuth, districtId: string): Promise<HaravanRegion[]>;
};
