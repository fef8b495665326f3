import { z } from 'zod';
import { wireId } from '../http/params';
import { list } from '../wire/rows';
import { id, optionalText } from '../wire/scalars';
import { addressSchema, type HaravanAddress, toWireAddress } from './address';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted, tagList } from './fields';
import type { HaravanAuth } from './haravan-auth';

export type HaravanCustomer = {
  id: string;
  email?: string;
  phone?: string;
  firstName?: string;
  lastName?: string;
  tags: string[];
  note?: string;
  addresses: HaravanAddress[];
};

/** `lastName` stands before `firstName` in a Vietnamese name (haravan.md §2.13). */
export type HaravanCustomerDraft = {
  firstName: string;
  lastName?: string;
  phone?: string;
  email?: string;
  note?: string;
  tags?: string[];
  addresses?: HaravanAddress[];
};

export type HaravanCustomersApi = {
  /** Free text: a phone or an e-mail. */
  searchCustomers(auth: HaravanAuth, query: string): Promise<HaravanCustomer[]>;
  /** Not repeated by the client. E-mail and phone are unique: a duplicate is `rejected`. */
  createCustomer(auth: HaravanAuth, draft: HaravanCustomerDraft): Promise<HaravanCustomer>;
  getCustomer(auth: HaravanAuth, customerId: string): Promise<HaravanCustomer>;
  /** What is absent stays. */
  updateCustomer(auth: HaravanAuth, customerId: string, update: HaravanCustomerUpdate): Promise<HaravanCustomer>;
  /** Not repeated by the client: a repeat would add it twice. */
  addCustomerAddress(auth: HaravanAuth, customerId: string, address: HaravanAddress): Promise<void>;
};

export type HaravanCustomerUpdate = Partial<Omit<HaravanCustomerDraft, 'addresses' | 'tags'>>;

const customer = z
  .object({
    id,
    email: optionalText,
    phone: optionalText,
    first_name: optionalText,
    last_name: optionalText,
    tags: tagList,
    note: optionalText,
    addresses: list(addressSchema),
  })
  .transform(({ first_name, last_name, ...same }): HaravanCustomer => {
    return { ...same, firstName: first_name, lastName: last_name };
  });

const searchCustomers: HaravanEndpoint<string, HaravanCustomer[]> = {
  operation: 'customers.search',
  method: 'GET',
  path: () => '/customers/search.json',
  query: (query) => ({ query }),
  repeatable: true,
  answer: rooted('customers', z.array(customer)),
};

const named = (draft: HaravanCustomerUpdate) => ({
  first_name: draft.firstName,
  last_name: draft.lastName,
  phone: draft.phone,
  email: draft.email,
  note: draft.note,
});

const createCustomer: HaravanEndpoint<HaravanCustomerDraft, HaravanCustomer> = {
  operation: 'customers.create',
  method: 'POST',
  path: () => '/customers.json',
  body: (draft) => ({
    customer: {
      ...named(draft),
      tags: draft.tags?.join(','),
      addresses: draft.addresses?.map(toWireAddress),
      send_email_invite: false,
      send_email_welcome: false,
    },
  }),
  repeatable: false,
  answer: rooted('customer', customer),
};

const getCustomer: HaravanEndpoint<string, HaravanCustomer> = {
  operation: 'customers.get',
  method: 'GET',
  path: (customerId) => `/customers/${at(customerId)}.json`,
  repeatable: true,
  answer: rooted('customer', customer),
};

const updateCustomer: HaravanEndpoint<{ customerId: string; update: HaravanCustomerUpdate }, HaravanCustomer> = {
  operation: 'customers.update',
  method: 'PUT',
  path: ({ customerId }) => `/customers/${at(customerId)}.json`,
  body: ({ customerId, update }) => ({ customer: { id: wireId(customerId), ...named(update) } }),
  repeatable: true,
  answer: rooted('customer', customer),
};

const addAddress: HaravanEndpoint<{ customerId: string; address: HaravanAddress }, unknown> = {
  operation: 'customers.add_address',
  method: 'POST',
  path: ({ customerId }) => `/customers/${at(customerId)}/addresses.json`,
  body: ({ address }) => ({ address: toWireAddress(address) }),
  repeatable: false,
  // Under which key it comes back is not documented (haravan.md §2.13).
  answer: z.record(z.string(), z.unknown()),
};

export function createCustomersApi(call: HaravanCall): HaravanCustomersApi {
  return {
    searchCustomers: (auth, query) => call(searchCustomers, auth, query),
    createCustomer: (auth, draft) => call(createCustomer, auth, draft),
    getCustomer: (auth, customerId) => call(getCustomer, auth, customerId),
    updateCustomer: (auth, customerId, update) => call(updateCustomer, auth, { customerId, update }),
    addCustomerAddress: async (auth, customerId, address) => {
      await call(addAddress, auth, { customerId, address });
    },
  };
}
