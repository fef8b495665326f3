import type { Address, Customer, CustomerHistory } from '../entities/customer';
import { decimal } from './decimal';
import { time } from './time';

/** haravan.md §2.13 */
export function formatCustomer(customer: Customer) {
  const isDefault = ({ id }: Address) => id === customer.defaultAddressId;
  const addresses = customer.addresses.map((address) => formatAddress(address, isDefault(address)));
  return {
    accepts_marketing: customer.acceptsMarketing,
    addresses,
    created_at: time(customer.createdAt),
    default_address: addresses.find(isDefault) ?? null,
    email: customer.email,
    phone: customer.phone,
    first_name: customer.firstName,
    id: customer.id,
    multipass_identifier: null,
    last_name: customer.lastName,
    ...formatHistory(customer.history),
    note: customer.note,
    state: 'Disabled',
    tags: customer.tags,
    updated_at: time(customer.updatedAt),
    verified_email: false,
    group_name: null,
    birthday: customer.birthday,
    gender: customer.gender,
  };
}

function formatHistory({ orders, spent, paid, last }: CustomerHistory) {
  return {
    last_order_id: last?.id ?? null,
    last_order_name: last?.name ?? null,
    last_order_date: last ? time(last.createdAt) : null,
    orders_count: orders,
    total_spent: decimal(spent),
    total_paid: decimal(paid),
  };
}

const ADDRESS_KEYS = [
  'id',
  'address1',
  'address2',
  'city',
  'company',
  'country',
  'country_code',
  'first_name',
  'last_name',
  'phone',
  'zip',
  'province',
  'province_code',
  'district',
  'district_code',
  'ward',
  'ward_code',
  'latitude',
  'longitude',
];

/** Echoes what was sent, every known key present. `name` is last name then first name. */
export function formatAddress(address: Address, isDefault = false): Address {
  const known = Object.fromEntries(ADDRESS_KEYS.map((key) => [key, address[key] ?? null]));
  const name = [address.last_name, address.first_name].filter(Boolean).join(' ');
  return { ...known, name: address.name ?? name, default: isDefault };
}
