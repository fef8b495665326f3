import { type Address, type Customer, GUEST_EMAIL } from './entities/customer';
import type { Org } from './entities/org';
import { refuseField } from './envelope';
import { formatCustomer } from './formatters/customer';
import type { Platform } from './platform';

export type CustomerDraft = {
  email?: string;
  phone?: string;
  first_name?: string;
  last_name?: string;
  note?: string;
  tags?: string;
  addresses?: Address[];
};

/** Email and phone are unique per shop (haravan.md §2.13). */
export function createCustomer(platform: Platform, org: Org, draft: CustomerDraft): Customer {
  if (findBy(org, 'email', draft.email)) throw refuseField('email', 'Email đã được sử dụng');
  if (findBy(org, 'phone', draft.phone)) throw refuseField('phone', 'Số điện thoại đã được sử dụng');
  const customer = addCustomer(platform, org, draft);
  platform.events.emit(org, 'customers/create', formatCustomer(customer));
  return customer;
}

export function updateCustomer(platform: Platform, org: Org, customer: Customer, draft: CustomerDraft): void {
  const isTaken = (field: 'email' | 'phone') => {
    const holder = findBy(org, field, draft[field]);
    return holder !== undefined && holder !== customer;
  };
  if (isTaken('email')) throw refuseField('email', 'Email đã được sử dụng');
  if (isTaken('phone')) throw refuseField('phone', 'Số điện thoại đã được sử dụng');
  customer.email = draft.email ?? customer.email;
  customer.phone = draft.phone ?? customer.phone;
  customer.firstName = draft.first_name ?? customer.firstName;
  customer.lastName = draft.last_name ?? customer.lastName;
  customer.note = draft.note ?? customer.note;
  customer.tags = draft.tags ?? customer.tags;
  customer.updatedAt = platform.clock.now();
  platform.events.emit(org, 'customers/update', formatCustomer(customer));
}

/** Every word of the query, in any of email, phone and name. */
export function searchCustomers(org: Org, query: string): Customer[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return [...org.customers.values()].filter(({ email, phone, firstName, lastName }) => {
    const searched = fold([email, phone, lastName, firstName].filter(Boolean).join(' '));
    return words.every((word) => searched.includes(word));
  });
}

export function findBy(org: Org, field: 'email' | 'phone', value: string | undefined): Customer | undefined {
  if (!value) return undefined;
  return [...org.customers.values()].find((customer) => customer[field]?.toLowerCase() === value.toLowerCase());
}

export function guestOf(platform: Platform, org: Org): Customer {
  return findBy(org, 'email', GUEST_EMAIL) ?? addCustomer(platform, org, { email: GUEST_EMAIL, first_name: '---' });
}

function addCustomer({ store, clock }: Platform, org: Org, draft: CustomerDraft): Customer {
  const now = clock.now();
  const customer: Customer = {
    id: store.nextId('customer'),
    email: draft.email ?? null,
    phone: draft.phone ?? null,
    firstName: draft.first_name ?? '',
    lastName: draft.last_name ?? '',
    note: draft.note ?? null,
    tags: draft.tags ?? '',
    addresses: (draft.addresses ?? []).map((address) => ({ ...address, id: store.nextId('address') })),
    history: { orders: 0, spent: 0, paid: 0, last: null },
    createdAt: now,
    updatedAt: now,
  };
  org.customers.set(customer.id, customer);
  return customer;
}

const fold = (value: string): string => value.normalize('NFC').toLowerCase();
