import { z } from 'zod';
import { id, text } from '../wire/scalars';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';
import { allPages, PAGE_SIZE } from './pages';

/** A province, district or ward. Codes are Haravan's own: `HC` is Hồ Chí Minh (haravan.md §2.23). */
export type HaravanRegion = { id: string; code: string; name: string };

export type HaravanGeographyApi = {
  listProvinces(auth: HaravanAuth): Promise<HaravanRegion[]>;
  listDistricts(auth: HaravanAuth, provinceId: string): Promise<HaravanRegion[]>;
  listWards(auth: HaravanAuth, districtId: string): Promise<HaravanRegion[]>;
};

/** haravan.md §2.23. */
const VIETNAM_ID = '241';

const region = z.object({ id, code: text, name: text });

function regionEndpoint(
  level: 'provinces' | 'districts' | 'wards',
  parent: (parentId: string) => string,
): HaravanEndpoint<{ parentId: string; page: number }, HaravanRegion[]> {
  return {
    operation: `geography.${level}`,
    method: 'GET',
    path: ({ parentId }) => `${parent(at(parentId))}/${level}.json`,
    query: ({ page }) => ({ limit: PAGE_SIZE, page }),
    repeatable: true,
    answer: rooted(level, z.array(region)),
  };
}

const provinces = regionEndpoint('provinces', (countryId) => `/countries/${countryId}`);
const districts = regionEndpoint('districts', (provinceId) => `/provinces/${provinceId}`);
const wards = regionEndpoint('wards', (districtId) => `/districts/${districtId}`);

export function createGeographyApi(call: HaravanCall): HaravanGeographyApi {
  const all = (endpoint: typeof provinces, auth: HaravanAuth, parentId: string) =>
    allPages((page) => call(endpoint, auth, { parentId, page }));
  return {
    listProvinces: (auth) => all(provinces, auth, VIETNAM_ID),
    listDistricts: (auth, provinceId) => all(districts, auth, provinceId),
    listWards: (auth, districtId) => all(wards, auth, districtId),
  };
}
