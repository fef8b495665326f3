import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { AccessStore } from '../ports/access';
import type { MerchantStore, MerchantView } from '../ports/connection';
import type { Turn } from '../ports/turn';
import type { Clock, Log } from '../ports/world';

/** Haravan deletes a subscription after 48 h of failures without a word (haravan.md §3.3). */
const CHECK_MS = 6 * 3_600_000;
const RECHECK_MS = 10 * 60_000;

/** What the app cannot do without: an uninstall that is never heard of keeps tokens for ever. Each has known aliases. */
const NEEDED: readonly (readonly string[])[] = [
  ['products/update'],
  ['app/uninstalled', 'apps/uninstalled', 'app_uninstall_webhook'],
];

export type KeepWebhooksDeps = {
  haravan: Pick<HaravanClient, 'listWebhooks' | 'subscribeWebhooks'>;
  access: Pick<AccessStore, 'haravan'>;
  merchants: Pick<MerchantStore, 'webhooksChecked'>;
  clock: Clock;
  log: Log;
};

/** Looks whether the shop's webhooks still reach us, and subscribes again when they do not. */
export function createKeepWebhooks(deps: KeepWebhooksDeps): (turn: Turn, merchant: MerchantView) => Promise<void> {
  async function areThere(merchantId: string): Promise<boolean> {
    const events = (await deps.haravan.listWebhooks(await deps.access.haravan(merchantId))).map((each) => each.event);
    return NEEDED.every((names) => names.some((name) => events.includes(name)));
  }

  async function subscribe(merchantId: string): Promise<boolean> {
    try {
      await deps.haravan.subscribeWebhooks(await deps.access.haravan(merchantId));
      return await areThere(merchantId);
    } catch (error) {
      // A refusal does not change by itself within a turn: say so, and look again later.
      if (!isPlatformError(error, 'rejected') && !isPlatformError(error, 'not_found')) throw error;
      deps.log.warn({ merchantId, reason: error.message }, 'webhooks were refused');
      return false;
    }
  }

  return async ({ merchantId, fence }, merchant) => {
    const nowMs = deps.clock.now();
    if (merchant.webhooksCheckAt.getTime() > nowMs) return;
    const ok = (await areThere(merchantId)) || (await subscribe(merchantId));
    if (!ok) deps.log.warn({ merchantId }, 'webhooks are missing: the app must tick them in the partner dashboard');
    const nextAt = new Date(nowMs + (ok ? CHECK_MS : RECHECK_MS));
    await deps.merchants.webhooksChecked(merchantId, { okAt: ok ? new Date(nowMs) : null, nextAt }, fence);
  };
}
