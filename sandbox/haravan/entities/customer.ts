export type Customer = {
  id: number;
  email: string | null;
  phone: string | null;
  firstName: string;
  lastName: string;
  note: string | null;
  tags: string;
  /** Each with its `id`. */
  addresses: Address[];
  defaultAddressId: number | null;
  acceptsMarketing: boolean;
  birthday: string | null;
  gender: unknown;
  history: CustomerHistory;
  createdAt: number;
  updatedAt: number;
};

/** Kept up to date as orders come and are paid. */
export type CustomerHistory = {
  orders: number;
  spent: number;
  paid: number;
  last: { id: number; name: string; createdAt: number } | null;
};

/** Echoed as it was sent, names and codes alike (haravan.md §2.16). */
export type Address = Record<string, unknown>;

/** Orders without customer data hang on this one (haravan.md §2.13). */
export const GUEST_EMAIL = 'guest@haravan.com';
