import type { HaravanAddress } from './address';
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
};
