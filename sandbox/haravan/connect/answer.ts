import type { Context } from 'hono';
import type { Org, User } from '../entities/org';
import type { Platform } from '../platform';
import type { AuthorizeRequest } from './authorize-request';
import { idTokenClaims, type Signer } from './id-token';
import { formPostPage } from './pages';

const CODE_LIFETIME_MS = 300_000;

/** Sends the browser back with a fresh code (and an id_token for the hybrid flow). */
export async function answerWithCode(
  c: Context,
  platform: Platform,
  signer: Signer,
  request: AuthorizeRequest,
  who: { org: Org; user: User },
): Promise<Response> {
  const { lots, clock, store } = platform;
  const code = lots.hex(64).toUpperCase();
  store.codes.set(code, {
    orgId: who.org.orgId,
    userId: who.user.id,
    scopes: request.scopes,
    redirectUri: request.redirectUri,
    nonce: request.nonce,
    challenge: request.challenge,
    expiresAt: clock.now() + CODE_LIFETIME_MS,
  });
  const fields: Record<string, string> = { code, scope: request.scopes.join(' '), session_state: lots.hex(32) };
  if (request.wantsIdToken) {
    fields.id_token = await signer.sign(idTokenClaims(platform, who.org, who.user, { nonce: request.nonce, code }));
  }
  return send(c, request, fields);
}

export function answerWithError(c: Context, request: AuthorizeRequest, error: string, description?: string) {
  return send(c, request, { error, ...(description === undefined ? {} : { error_description: description }) });
}

function send(c: Context, request: AuthorizeRequest, fields: Record<string, string>): Response | Promise<Response> {
  const all = request.state === null ? fields : { ...fields, state: request.state };
  if (request.responseMode === 'form_post') return c.html(formPostPage(request.redirectUri, all));
  const target = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(all)) target.searchParams.set(name, value);
  return c.redirect(target.href, 302);
}
