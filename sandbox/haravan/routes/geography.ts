import { type Api, idParam, requireScope } from '../api';
import { found } from '../envelope';
import { DISTRICTS, type District } from '../geography/districts';
import { PROVINCES } from '../geography/provinces';
import type { Platform } from '../platform';

const VIETNAM = { id: 241, code: 'VN', name: 'Vietnam' };

/** haravan.md §2.23 */
export function addGeographyRoutes(api: Api, { store }: Platform): void {
  api.use('/com/countries/*', async (c, next) => {
    requireScope(c, 'shop', 'read');
    await next();
  });
  api.get('/com/countries', (c) => c.json({ countries: [VIETNAM] }));
  api.get('/com/countries/241/provinces', (c) => c.json({ provinces: PROVINCES.map(formatProvince) }));
  api.get('/com/countries/241/provinces/count', (c) => c.json({ count: PROVINCES.length }));
  api.get('/com/countries/241/provinces/:id', (c) => {
    const province = PROVINCES.find(([id]) => id === idParam(c, 'id'));
    return c.json({ province: formatProvince(found(store, province)) });
  });

  api.get('/com/provinces/:id/districts', (c) => {
    requireScope(c, 'shop', 'read');
    const provinceId = found(
      store,
      PROVINCES.find(([id]) => id === idParam(c, 'id')),
    )[0];
    return c.json({ districts: DISTRICTS.filter((row) => row.provinceId === provinceId).map(formatDistrict) });
  });

  api.get('/com/districts/:id/wards', (c) => {
    requireScope(c, 'shop', 'read');
    const district = found(
      store,
      DISTRICTS.find(({ id }) => id === idParam(c, 'id')),
    );
    const wards = district.wards.map(([id, name]) => ({
      id,
      code: String(id).padStart(5, '0'),
      name,
      district_id: district.id,
    }));
    return c.json({ wards });
  });
}

function formatProvince([id, code, name]: (typeof PROVINCES)[number]) {
  return { id, code, name, country_id: VIETNAM.id, tax: 0, tax_name: null, tax_percentage: 0, tax_type: null };
}

/** Province code followed by the district's id: HC466. */
function formatDistrict({ id, name, provinceId }: District) {
  const code = PROVINCES.find((province) => province[0] === provinceId)?.[1] ?? '';
  return { id, code: `${code}${id}`, name, province_id: provinceId };
}
