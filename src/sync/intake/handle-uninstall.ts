import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { Disconnect } from '../connection/disconnect';
import { AccessEnded, type AccessStore } from '../ports/access';
import type { MerchantView } from '../ports/connection';
import type { InboxRow, InboxStore } from '../ports/inbox';
import type { Log } from '../ports/world';

export type HandleUninstallDeps = {
  inbox: Pick<InboxStore, 'cameBefore'>;
  disconnect: Pick<Disconnect, 'uninstall'>;
  haravan: Pick<HaravanClient, 'getShop'>;
  access: Pick<AccessStore, 'haravan'>;
  log: Log;
};

/**
 * Uninstalled in Haravan: everything stops (R5.2). The message carries no time, so one captured from an earlier installation reads
 * like a new one: words that came before are believed only when Haravan no longer takes our token.
 */
export function createHandleUninstall(
  deps: HandleUninstallDeps,
): (merchant: MerchantView, row: InboxRow) => Promise<void> {
  async function stillInstalled(merchantId: string): Promise<boolean> {
    try {
      await deps.haravan.getShop(await deps.access.haravan(merchantId));
      return true;
    } catch (error) {
      if (error instanceof AccessEnded || isPlatformError(error, 'unauthorized')) return false;
      throw error;
    }
  }

  return async (merchant, row) => {
    const isOfEarlier = row.receivedAt < merchant.installedAt;
    const isReplay =
      isOfEarlier || ((await deps.inbox.cameBefore(merchant.id, row)) && (await stillInstalled(merchant.id)));
    if (isReplay) deps.log.warn({ merchantId: merchant.id }, 'an old uninstall message came again and was ignored');
    else await deps.disconnect.uninstall(merchant.id);
  };
}
