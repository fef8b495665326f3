import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Org, User } from '../entities/org';
import type { Platform } from '../platform';
import { findUser } from '../store';

const COOKIE = 'haravan_sandbox_session';
const ATTRIBUTES = { path: '/connect', httpOnly: true, sameSite: 'Lax' } as const;

/** Who is logged in at this browser. */
export function sessionOf({ store }: Platform, c: Context): { org: Org; user: User } | undefined {
  const session = store.browserSessions.get(getCookie(c, COOKIE) ?? '');
  const org = session && store.orgs.get(session.orgId);
  const user = session && findUser(store, session.orgId, session.userId);
  return org && user && { org, user };
}

/** Finds the account; `orgId` narrows it when one address is known to several shops. */
export function logIn(
  { store, lots }: Platform,
  c: Context,
  given: { email: string; password: string; orgId: string | null },
): boolean {
  for (const org of store.orgs.values()) {
    if (given.orgId !== null && given.orgId !== org.orgId) continue;
    const user = org.users.find(({ email, password }) => email === given.email && password === given.password);
    if (!user) continue;
    const key = lots.hex(48);
    store.browserSessions.set(key, { orgId: org.orgId, userId: user.id });
    setCookie(c, COOKIE, key, ATTRIBUTES);
    return true;
  }
  return false;
}

export function logOut({ store }: Platform, c: Context): void {
  store.browserSessions.delete(getCookie(c, COOKIE) ?? '');
  deleteCookie(c, COOKIE, ATTRIBUTES);
}
