import type { NextRequest } from 'next/server';
import { backToAdmin, callbackOf, follow, giveSession, leaveFor } from '@/app/session/flow';
import { notice } from '@/app/session/notice';
import { compose } from '@/src/compose';

/** Step 1 comes back: who is it, and what did they come for (haravan.md §1.5). */
export async function GET(request: NextRequest): Promise<Response> {
  const { install, ownerDoor } = compose();
  const outcome = await install.login(callbackOf(request));
  switch (outcome.kind) {
    case 'refused':
      return notice(outcome.because);
    case 'consent':
      return leaveFor(outcome.redirect);
    case 'proved_owner':
      return follow(await ownerDoor.proved(outcome.purpose.merchantId, outcome.purpose));
    case 'signed_in': {
      const { merchant, userId, role } = outcome;
      const { id: merchantId, orgId, shop } = merchant;
      return giveSession(backToAdmin(merchant), { merchantId, orgId, shop, userId, role });
    }
  }
}
