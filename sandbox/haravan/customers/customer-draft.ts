import { z } from 'zod';
import { address, flag, optional, text } from '../body';

/** What POST and PUT of a customer accept (haravan.md §2.13). Unknown fields are ignored. */
export const customerDraft = z.object({
  email: optional(z.string()),
  phone: optional(text),
  first_name: optional(text),
  last_name: optional(text),
  note: optional(text),
  tags: optional(text),
  birthday: optional(text),
  gender: z.unknown().optional(),
  accepts_marketing: optional(flag),
  addresses: optional(z.array(address)),
  /** Echoed by the answer, with no other effect. */
  send_email_invite: optional(flag),
  send_email_welcome: optional(flag),
});
export type CustomerDraft = z.infer<typeof customerDraft>;
