import { z } from 'zod';

const amount = z.number().catch(0);
const text = z.string().catch('');
const address = z.object({ address1: text, address3: text, address4: text, address5: text, city: text });

/** The sealed part of an order, as its store writes it; a row of an older version may lack some. */
const sealedDetail = z.object({
  buyer: z.object({ firstName: text, lastName: text, phone: text }),
  address: address.catch({ address1: '', address3: '', address4: '', address5: '', city: '' }),
  voucher: amount,
  shippingFee: amount,
  note: text,
});
export type OpenedDetail = z.output<typeof sealedDetail>;

export type Buyer = { name: string; phone: string };

/** @param open unseals what names the buyer (spec R7.3). Null: sealed with a key that left the ring, or unreadable. */
export async function openDetail(open: (sealed: string) => Promise<string>, sealed: string) {
  const content = await open(sealed)
    .then((plain): unknown => JSON.parse(plain))
    .catch(() => null);
  return sealedDetail.safeParse(content).data ?? null;
}

/** Only the last three digits are shown on screen; what Lazada masked already has none to show. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 6 ? phone.replace(/\d/g, '*') : `${'*'.repeat(digits.length - 3)}${digits.slice(-3)}`;
}

export function buyerOf({ buyer }: OpenedDetail): Buyer {
  const names = [buyer.firstName, buyer.lastName].map((name) => name.trim()).filter(Boolean);
  return { name: [...new Set(names)].join(' '), phone: maskPhone(buyer.phone) };
}

/** A level that strings others together (`Hồ Chí Minh-Quận 7-Phường Tân Phú`) says nothing that they do not say. */
const stringsTogether = (level: string, others: readonly string[]): boolean =>
  others.some((other) => other !== '' && (level.includes(`-${other}`) || level.includes(`${other}-`)));

/** From the house to the province. Lazada repeats levels, so each is said once. */
export function addressLine({ address: to }: OpenedDetail): string {
  const areas = [to.address5, to.address4, to.city, to.address3].map((level) => level.trim());
  const said = areas.filter((level, at) => areas.indexOf(level) === at && !stringsTogether(level, areas));
  return [to.address1.trim(), ...said].filter((level) => level !== '').join(', ');
}
