import type { NextRequest } from 'next/server';
import { backToAdmin, callbackOf, giveSession } from '@/app/session/flow';
import { notice } from '@/app/session/notice';
import { compose } from '@/src/compose';

/** Step 2 comes back: the owner has consented (haravan.md §1.5; the spelling of the path is Haravan's). */
export async function GET(request: NextRequest): Promise<Response> {
  const outcome = await compose().install.grant(callbackOf(request));
  if (outcome.kind === 'refused') return notice(outcome.because);
  const { merchant, userId } = outcome;
  const { id: merchantId, orgId, shop } = merchant;
  return giveSession(backToAdmin(merchant), { merchantId, orgId, shop, userId, role: 'owner' });
}
