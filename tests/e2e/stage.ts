import { inject } from 'vitest';
import { MERCHANTS } from '@/sandbox/world/merchants';
import { launchChromium } from '@/tests/browser/chromium';
import { type MerchantBrowser, type MerchantOptions, openMerchantBrowser } from '@/tests/browser/merchant-browser';
import { createHaravanControls } from '@/tests/controls/haravan-controls';
import { createLazadaControls } from '@/tests/controls/lazada-controls';

type Look = Pick<MerchantOptions, 'framed' | 'width'>;

/** One merchant of the world with a browser, and the controls of both platforms. */
export async function openStage(merchant: 0 | 1) {
  const { appUrl, haravanUrl, lazadaUrl, chromium } = inject('running');
  const account = MERCHANTS[merchant];
  if (!account) throw new Error(`The world has no merchant ${merchant}.`);
  const { orgId, shop, owner, seller } = account;
  const browser = await launchChromium(chromium);
  const place = { appUrl, haravanUrl, shop };
  return {
    appUrl,
    orgId,
    owner,
    seller,
    haravan: createHaravanControls(haravanUrl),
    lazada: createLazadaControls(lazadaUrl),
    open: (look: Look = {}): Promise<MerchantBrowser> =>
      openMerchantBrowser(browser, { place, owner, seller, ...look }),
    close: () => browser.close(),
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
