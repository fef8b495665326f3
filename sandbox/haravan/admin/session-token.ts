import { SignJWT } from 'jose';
import { isOwner, type Org } from '../entities/org';
import type { Platform } from '../platform';
import { shopDomain } from './launch';

const LIFETIME_SECONDS = 60;

/** For the app's browser side to prove itself to the app's server: HS256 with the app's secret (haravan.md §1.10). */
export async function sessionToken({ app, clock, lots }: Platform, org: Org): Promise<string> {
  const now = Math.floor(clock.now() / 1000);
  const dest = `https://${shopDomain(org)}`;
  const claims = { iss: `${dest}/admin`, dest, orgid: org.orgId, sid: lots.hex(32) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(app.clientId)
    .setSubject(org.users.find(isOwner)?.id ?? '')
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .setJti(lots.hex(32))
    .sign(new TextEncoder().encode(app.clientSecret));
}
