import { type NextRequest, NextResponse } from 'next/server';
import { compose } from '@/src/compose';
import type { Redirect } from '@/src/sync/connection/haravan-login';
import type { OAuthCallback } from '@/src/sync/connection/oauth-callback';
import type { NextStep } from '@/src/sync/connection/owner-door';
import type { MerchantView } from '@/src/sync/ports/connection';
import { embeddedUrl } from './admin-url';
import { FLOW_COOKIE, flowCookieName, SESSION_COOKIE, sessionCookieName } from './cookies';
import { confirmDisconnectPage, notice } from './notice';
import { type SessionClaims, sealSession } from './session';

/** A browser that goes on to another site carries no address of ours with it. */
function redirectTo(url: string): NextResponse {
  const response = NextResponse.redirect(url, 303);
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** To a platform's own page; the state stays in a first-party cookie until the browser is back. */
export function leaveFor({ url, state }: Redirect): NextResponse {
  const response = redirectTo(url);
  response.cookies.set(flowCookieName(compose().env.APP_URL, state), state, FLOW_COOKIE);
  return response;
}

export function callbackOf(request: NextRequest): OAuthCallback {
  const { searchParams } = request.nextUrl;
  const state = searchParams.get('state');
  const cookie = state === null ? undefined : request.cookies.get(flowCookieName(compose().env.APP_URL, state));
  return {
    state,
    code: searchParams.get('code'),
    error: searchParams.get('error'),
    cookieState: cookie?.value ?? null,
  };
}

/** What a ticket or the owner's login leads to. */
export async function follow(step: NextStep): Promise<Response> {
  switch (step.kind) {
    case 'go':
      return leaveFor(step.redirect);
    case 'confirm_disconnect':
      return confirmDisconnectPage({ token: step.token, shopName: step.shopName, handle: step.merchant.shop });
    case 'refused':
      return notice(step.because);
  }
}

/** Back to the admin, where the app is framed; after an install it must not load outside first (haravan.md §1.3). */
export function backToAdmin({ shop }: Pick<MerchantView, 'shop'>): NextResponse {
  const { env } = compose();
  return redirectTo(embeddedUrl(env.HARAVAN_ADMIN_URL, shop, env.HARAVAN_CLIENT_ID));
}

export async function giveSession(response: NextResponse, session: SessionClaims): Promise<NextResponse> {
  const { env } = compose();
  response.cookies.set(sessionCookieName(env.APP_URL), await sealSession(session, env.NEXTAUTH_SECRET), SESSION_COOKIE);
  return response;
}

export const toHome = (): NextResponse => redirectTo(`${compose().env.APP_URL}/`);
export const toInstall = (orgId: string): NextResponse => redirectTo(`${compose().env.APP_URL}/install?orgid=${orgId}`);
