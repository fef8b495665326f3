import { isOwner, type Org } from '../entities/org';
import { time } from './time';

/** `optional`, `required` or `disabled`. */
const CHECKOUT_SWITCHES = {
  fullname_checkout_behavior: 'required',
  email_checkout_behavior: 'optional',
  phone_checkout_behavior: 'required',
  address_checkout_behavior: 'required',
  district_checkout_behavior: 'required',
  ward_checkout_behavior: 'optional',
};

/** haravan.md §2.4: the two domain fields come with a protocol. */
export function formatShop(org: Org) {
  const owner = org.users.find(isOwner);
  const host = `https://${org.shop}.myharavan.com`;
  return {
    address1: '182 Lê Đại Hành',
    city: 'Quận 11',
    country: 'VN',
    country_code: 'VN',
    country_name: 'Vietnam',
    created_at: time(org.createdAt),
    currency: 'VND',
    customer_email: owner?.email ?? null,
    display_plan_name: 'OMNI',
    domain: `${host}/`,
    email: owner?.email ?? null,
    has_storefront: true,
    id: Number(org.orgId),
    inventory_method: 'default',
    money_format: '₫',
    money_with_currency_format: '-n $;n $',
    myharavan_domain: host,
    name: org.name,
    password_enabled: false,
    phone: '02873001234',
    plan_name: 'OMNI',
    primary_locale: '',
    province: 'Hồ Chí Minh',
    province_code: 'HC',
    public: true,
    shop_owner: owner?.name ?? null,
    shop_plan_id: -1,
    source: null,
    tax_shipping: false,
    taxes_included: true,
    timezone: '(GMT+07:00) Hanoi',
    zip: null,
    latitude: 0,
    longitude: 0,
    county_taxes: false,
    google_apps_domain: null,
    google_apps_login_enabled: null,
    ...CHECKOUT_SWITCHES,
  };
}
