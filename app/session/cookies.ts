import { createHash } from 'node:crypto';
import { SESSION_SECONDS } from './session';

const FLOW_SECONDS = 20 * 60;
const isSecure = (appUrl: string): boolean => appUrl.startsWith('https:');

/** Browsers refuse the `__Host-` name on http, also on localhost. */
export const sessionCookieName = (appUrl: string): string =>
  isSecure(appUrl) ? '__Host-channel.session' : 'channel.session';

/** The app is framed by another site: only a partitioned SameSite=None cookie reaches it there (design §4). */
export const SESSION_COOKIE = {
  httpOnly: true,
  secure: true,
  sameSite: 'none',
  partitioned: true,
  path: '/',
  maxAge: SESSION_SECONDS,
} as const;

/** One per flow, so that two tabs do not undo each other. */
export function flowCookieName(appUrl: string, state: string): string {
  const id = createHash('sha256').update(state).digest('hex').slice(0, 12);
  return `${isSecure(appUrl) ? '__Host-' : ''}channel.flow-${id}`;
}

/** First-party: it comes back with the browser from Haravan's or Lazada's page, a top-level GET. */
export const FLOW_COOKIE = {
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  path: '/',
  maxAge: FLOW_SECONDS,
} as const;
