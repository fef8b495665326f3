import { type Api, type ApiContext, requireScope } from '../api';
import { Refusal } from '../envelope';
import { decimal } from '../formatters/decimal';
import { DISTRICTS } from '../geography/districts';
import { PROVINCES } from '../geography/provinces';
import { numberQuery } from '../listing';

const VIETNAM = 241;
/** Free from this total on; what a shop charges is its own affair, so these figures stand for any. */
const FREE_FROM = 500_000;
const BASE = { near: 20_000, far: 35_000 };
const PER_EXTRA_KILOGRAM = 5_000;
const HOME_PROVINCE = 50;

/** haravan.md §2.24. The page names the scope of orders, the table of scopes has one of its own: either opens it (§1.4). */
export function addShippingRateRoutes(api: Api): void {
  api.get('/com/shipping_rates', (c) => {
    requireEither(c);
    const [country, province] = [numberQuery(c, 'country_id'), numberQuery(c, 'province_id')];
    const isKnown = country === VIETNAM && PROVINCES.some(([id]) => id === province);
    if (province === undefined || !isKnown) return c.json({ shipping_rates: [] });
    const districtId = numberQuery(c, 'district_id');
    const district = DISTRICTS.find(({ id }) => id === districtId);
    if (district && district.provinceId !== province) throw new Refusal(422, { district_id: ['is invalid'] });
    return c.json({ shipping_rates: ratesFor(c, province) });
  });
}

function ratesFor(c: ApiContext, province: number) {
  const isNear = province === HOME_PROVINCE;
  const extraKilograms = Math.max(0, Math.ceil((numberQuery(c, 'total_weight') ?? 0) / 1000) - 1);
  const price = (isNear ? BASE.near : BASE.far) + extraKilograms * PER_EXTRA_KILOGRAM;
  const rates = [
    { id: isNear ? 1 : 2, title: isNear ? 'Giao hàng nội thành' : 'Giao hàng toàn quốc', price: decimal(price) },
  ];
  const isFree = (numberQuery(c, 'total_price') ?? 0) >= FREE_FROM;
  return isFree ? [{ id: 3, title: 'Miễn phí vận chuyển', price: decimal(0) }, ...rates] : rates;
}

function requireEither(c: ApiContext): void {
  try {
    requireScope(c, 'shippings', 'read');
  } catch {
    requireScope(c, 'orders', 'read');
  }
}
