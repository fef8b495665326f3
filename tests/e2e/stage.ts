import { inject } from 'vitest';
import { MERCHANTS } from '@/sandbox/world/merchants';
import { launchChromium } from '@/tests/browser/chromium';
import { type MerchantBrowser, type MerchantOptions, openMerchantBrowser } from '@/tests/browser/merchant-browser';
import { createHaravanControls } from '@/tests/controls/haravan-controls';
import { createLazadaControls } from '@/tests/controls/lazada-controls';
import { takeBrowserTurn } from './browser-turn';

type Look = Pick<MerchantOptions, 'framed' | 'width'>;

/** One merchant of the world with a browser, when it is this file's turn, and the controls of both platforms. */
export async function openStage(merchant: 0 | 1) {
  const { appUrl, haravanUrl, lazadaUrl, databaseUrl, chromium } = inject('running');
  const account = MERCHANTS[merchant];
  if (!account) throw new Error(`The world has no merchant ${merchant}.`);
  const { orgId, shop, owner, seller } = account;
  const giveUpTurn = await takeBrowserTurn(databaseUrl);
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
    async close(): Promise<void> {
      await browser.close();
      await giveUpTurn();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
