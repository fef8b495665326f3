export type Buyer = { firstName: string; lastName: string; phone: string };

export type PersonName = { firstName: string; lastName: string };

export type CustomerDecision =
  /** Masked, or nothing to find them by: Haravan's guest (design §6). */
  { kind: 'guest'; because: 'masked' | 'no_phone' } | { kind: 'person'; phone: string; name: PersonName };

/** Lazada masks what an app may not see with asterisks (lazada.md §15). */
export function isMasked(text: string): boolean {
  return text.includes('*');
}

/** `84…`, `840…` and `+84…` are the same Vietnamese number as `0…`; null: no digits in it. */
export function normalizePhone(raw: string): string | null {
  const digits = raw.replace(/\D/g, '');
  if (digits === '') return null;
  return digits.startsWith('84') ? `0${digits.slice(2).replace(/^0/, '')}` : digits;
}

/** The last word is the given name, which Haravan calls first name; the rest is the last name. */
export function splitName(fullName: string): PersonName {
  const words = fullName.normalize('NFC').trim().split(/\s+/);
  return { firstName: words.at(-1) ?? '', lastName: words.slice(0, -1).join(' ') };
}

export function decideCustomer(buyer: Buyer): CustomerDecision {
  const fullName = `${buyer.firstName} ${buyer.lastName}`;
  if (isMasked(fullName) || isMasked(buyer.phone)) return { kind: 'guest', because: 'masked' };
  const phone = normalizePhone(buyer.phone);
  return phone === null ? { kind: 'guest', because: 'no_phone' } : { kind: 'person', phone, name: splitName(fullName) };
}
