/** Lazada's buyer, joined from customer and address fields. */
export type Buyer = { firstName: string; lastName: string; phone: string };

/** Haravan's name order is Vietnamese: `last_name first_name` (haravan.md §2.13). */
export type PersonName = { firstName: string; lastName: string };

export type CustomerDecision =
  /** Masked, or nothing to find them by: Haravan's guest (design §6). */
  | { kind: 'guest'; because: 'masked' | 'no_phone' }
  /** Find by phone, else create. */
  | { kind: 'person'; phone: string; name: PersonName };

export function decideCustomer(_buyer: Buyer): CustomerDecision {
  throw new Error('not written yet');
}
