import type { NextRequest } from 'next/server';
import { giveSession, toHome, toInstall } from '@/app/session/flow';
import { notice } from '@/app/session/notice';
import { sessionCookieName } from '@/app/session/cookies';
import { openSession } from '@/app/session/session';
import { compose } from '@/src/compose';

/** The admin opens the app (spec R9.3). A launch proves a shop: it makes a staff session, or keeps the owner's own. */
export async function GET(request: NextRequest): Promise<Response> {
  const { env, launch, merchants } = compose();
  const verdict = launch.verify(new URL(request.url).search.slice(1));
  if (!verdict.ok) return notice(verdict.reason === 'stale' ? 'launch_stale' : 'launch_forged');
  const merchant = await merchants.byOrg(verdict.orgId);
  if (merchant?.status !== 'installed' || merchant.tokenState !== 'active') {
    // Haravan's login refuses to be framed: there the person presses a button that opens the top window.
    const isFramed = request.headers.get('sec-fetch-dest') === 'iframe';
    return isFramed ? notice('not_installed', { orgId: verdict.orgId }) : toInstall(verdict.orgId);
  }
  const { id: merchantId, orgId, shop } = merchant;
  const held = await openSession(request.cookies.get(sessionCookieName(env.APP_URL))?.value, env.NEXTAUTH_SECRET);
  const isOwner = held !== null && held.merchantId === merchantId && held.role === 'owner';
  return giveSession(toHome(), isOwner ? held : { merchantId, orgId, shop, role: 'staff' });
}
