import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { LOCALES } from '@/app/i18n/locales';

/** Lazada's own links to labels live as long (lazada.md §11.4). */
const TICKET_SECONDS = 10 * 60;
/** Its own key: a ticket is not a session, and a session is not a ticket. */
const SALT = 'order-labels';

const claims = z.object({
  merchantId: z.uuid(),
  connectionId: z.uuid(),
  orderIds: z.array(z.string()).min(1),
  locale: z.enum(LOCALES),
});

/** Which labels, of which merchant's shop. */
export type LabelTicket = z.output<typeof claims>;

/** Encrypted; nothing is stored. Issued only to who has a session of this merchant. */
export function sealLabelTicket(ticket: LabelTicket, secret: string): Promise<string> {
  return encode({ token: ticket, secret, maxAge: TICKET_SECONDS, salt: SALT });
}

/** null: missing, altered, too old. */
export async function openLabelTicket(token: string | null, secret: string): Promise<LabelTicket | null> {
  if (!token) return null;
  const payload = await decode({ token, secret, salt: SALT }).catch(() => null);
  return claims.safeParse(payload).data ?? null;
}
