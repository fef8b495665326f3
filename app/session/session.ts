import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

/** Long enough for a working day; every launch from the admin makes a new one. */
export const SESSION_SECONDS = 12 * 3600;

const claims = z.object({
  merchantId: z.uuid(),
  orgId: z.string(),
  /** Handle of the shop. */
  shop: z.string(),
  /** Known after a login; a launch proves only a shop (design §6). */
  userId: z.string().optional(),
  role: z.enum(['owner', 'staff']),
});

/** Who is using the app, and for which merchant. */
export type SessionClaims = z.output<typeof claims>;

/** An encrypted JWT, as next-auth makes and reads it. */
export function sealSession(session: SessionClaims, secret: string): Promise<string> {
  return encode({ token: session, secret, maxAge: SESSION_SECONDS });
}

/** null: missing, altered, too old, or made with another secret. */
export async function openSession(token: string | undefined, secret: string): Promise<SessionClaims | null> {
  if (!token) return null;
  const payload = await decode({ token, secret }).catch(() => null);
  return claims.safeParse(payload).data ?? null;
}
