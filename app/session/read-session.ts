import { cookies } from 'next/headers';
import { cache } from 'react';
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE, type Locale } from '@/app/i18n/locales';
import { compose } from '@/src/compose';
import { sessionCookieName } from './cookies';
import { openSession, type SessionClaims } from './session';

export type Session = SessionClaims & { locale: Locale };

/** The session of this request, once per request; null when there is none or the app was uninstalled meanwhile (R5.2). */
export const readSession = cache(async (): Promise<Session | null> => {
  const { env, merchants } = compose();
  const jar = await cookies();
  const session = await openSession(jar.get(sessionCookieName(env.APP_URL))?.value, env.NEXTAUTH_SECRET);
  if (!session) return null;
  const merchant = await merchants.find(session.merchantId);
  if (merchant?.status !== 'installed') return null;
  const locale = jar.get(LOCALE_COOKIE)?.value;
  return { ...session, locale: isLocale(locale) ? locale : DEFAULT_LOCALE };
});
