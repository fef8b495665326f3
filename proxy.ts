import { randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './app/session/security-headers';

/** Haravan opens the app at `/` (spec R9.3); the launch is verified where cookies can be set. */
function isLaunch({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname === '/' && nextUrl.searchParams.has('hmac');
}

function publicUrl(): string {
  return process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`;
}

function securityHeaders(nonce: string): [string, string][] {
  const adminUrl = process.env.HARAVAN_ADMIN_URL || 'https://{shop}.myharavan.com';
  const isDevelopment = process.env.NODE_ENV === 'development';
  const headers: [string, string][] = [
    ['Content-Security-Policy', contentSecurityPolicy({ nonce, adminUrl, isDevelopment })],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ];
  const isHttps = publicUrl().startsWith('https:');
  return isHttps ? [...headers, ['Strict-Transport-Security', 'max-age=31536000']] : headers;
}

export function proxy(request: NextRequest): NextResponse {
  // The query travels as it came: its signature covers order and spelling (haravan.md §1.8).
  if (isLaunch(request)) return NextResponse.redirect(`${publicUrl()}/launch${new URL(request.url).search}`);
  const nonce = randomUUID().replaceAll('-', '');
  const requestId = randomUUID();
  const headers = new Headers(request.headers);
  headers.set('x-request-id', requestId);
  headers.set('x-nonce', nonce);
  const answered = securityHeaders(nonce);
  // Next reads the nonce for its own scripts from the policy on the request.
  for (const [name, value] of answered.slice(0, 1)) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of answered) response.headers.set(name, value);
  response.headers.set('X-Request-Id', requestId);
  return response;
}

/** Receivers stay outside: a proxy would buffer their bodies before their limit is enforced. */
export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|api/webhooks).*)'] };
