import type { AuthOptions } from 'next-auth';
import { compose } from '@/src/compose';
import { SESSION_COOKIE, sessionCookieName } from './cookies';
import { SESSION_SECONDS } from './session';

/**
 * Sessions are next-auth's encrypted JWTs in the embedded app's own cookie. Logging in happens in our two-step install
 * (haravan.md §1.5), so there is no provider: this serves `/api/auth/session`, `csrf` and `signout`.
 */
export function nextAuthOptions(): AuthOptions {
  const { env } = compose();
  return {
    providers: [],
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: sessionCookieName(env.APP_URL), options: SESSION_COOKIE } },
    pages: { signIn: '/install', error: '/notice/session_ended' },
  };
}
