import { refuseField } from '../envelope';
import { type Customer, GUEST_EMAIL } from '../entities/customer';
import type { Org } from '../entities/org';
import { formatCustomer } from '../formatters/customer';
import type { Platform } from '../platform';
import type { CustomerDraft } from './customer-draft';

const TAKEN = { email: 'Email đã được sử dụng', phone: 'Số điện thoại đã được sử dụng' };

/** Email and phone are unique per shop (haravan.md §2.13). */
export function createCustomer(platform: Platform, org: Org, draft: CustomerDraft): Customer {
  requireUnique(org, draft);
  const customer = addCustomer(platform, org, draft);
  platform.events.emit(org, 'customers/create', formatCustomer(customer));
  return customer;
}

export function updateCustomer(platform: Platform, org: Org, customer: Customer, draft: CustomerDraft): void {
  requireUnique(org, draft, customer);
  customer.email = draft.email ?? customer.email;
  customer.phone = draft.phone ?? customer.phone;
  customer.firstName = draft.first_name ?? customer.firstName;
  customer.lastName = draft.last_name ?? customer.lastName;
  customer.note = draft.note ?? customer.note;
  customer.tags = draft.tags ?? customer.tags;
  customer.birthday = draft.birthday ?? customer.birthday;
  customer.gender = draft.gender ?? customer.gender;
  customer.acceptsMarketing = draft.accepts_marketing ?? customer.acceptsMarketing;
  customerChanged(platform, org, customer);
}

export function customerChanged(platform: Platform, org: Org, customer: Customer): void {
  customer.updatedAt = platform.clock.now();
  platform.events.emit(org, 'customers/update', formatCustomer(customer));
}

export function deleteCustomer(platform: Platform, org: Org, customer: Customer): void {
  org.customers.delete(customer.id);
  platform.events.emit(org, 'customers/delete', formatCustomer(customer));
}

export function findBy(org: Org, field: 'email' | 'phone', value: string | undefined): Customer | undefined {
  if (!value) return undefined;
  const wanted = value.toLowerCase();
  for (const customer of org.customers.values()) if (customer[field]?.toLowerCase() === wanted) return customer;
  return undefined;
}

export function guestOf(platform: Platform, org: Org): Customer {
  return findBy(org, 'email', GUEST_EMAIL) ?? addCustomer(platform, org, { email: GUEST_EMAIL, first_name: '---' });
}

function requireUnique(org: Org, draft: CustomerDraft, self?: Customer): void {
  for (const field of ['email', 'phone'] as const) {
    const holder = findBy(org, field, draft[field]);
    if (holder && holder !== self) throw refuseField(field, TAKEN[field]);
  }
}

function addCustomer({ store, clock }: Platform, org: Org, draft: CustomerDraft): Customer {
  const now = clock.now();
  const addresses = (draft.addresses ?? []).map((address) => ({ ...address, id: store.nextId('address') }));
  const customer: Customer = {
    id: store.nextId('customer'),
    email: draft.email ?? null,
    phone: draft.phone ?? null,
    firstName: draft.first_name ?? '',
    lastName: draft.last_name ?? '',
    note: draft.note ?? null,
    tags: draft.tags ?? '',
    addresses,
    defaultAddressId: addresses[0]?.id ?? null,
    acceptsMarketing: draft.accepts_marketing ?? false,
    birthday: draft.birthday ?? null,
    gender: draft.gender ?? null,
    history: { orders: 0, spent: 0, paid: 0, last: null },
    createdAt: now,
    updatedAt: now,
  };
  org.customers.set(customer.id, customer);
  return customer;
}
