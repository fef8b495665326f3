import { createHaravanControls, type HaravanControls } from '@/tests/controls/haravan-controls';
import { createLazadaControls, type LazadaControls } from '@/tests/controls/lazada-controls';
import { type DatabaseReader, openDatabaseReader } from '@/tests/controls/database-reader';
import { launchChromium } from '@/tests/browser/chromium';
import { type MerchantBrowser, openMerchantBrowser } from '@/tests/browser/merchant-browser';
import type { MerchantAccount, StoryContext } from './story-context';

export type Merchant = { account: MerchantAccount; hands: MerchantBrowser };

/** What the steps act on and look at. */
export type Stage = {
  haravan: HaravanControls;
  lazada: LazadaControls;
  database: DatabaseReader;
  first: Merchant;
  second: Merchant;
};

export type OpenStage = Stage & { close(): Promise<void> };

export async function openStage(context: StoryContext): Promise<OpenStage> {
  const browser = await launchChromium(await context.browser());
  const { appUrl, haravanUrl } = context;
  const merchant = async (index: number): Promise<Merchant> => {
    const account = context.merchants[index];
    if (!account) throw new Error(`The world has no merchant ${index + 1}.`);
    const place = { appUrl, haravanUrl, shop: account.shop };
    const { owner, seller } = account;
    return { account, hands: await openMerchantBrowser(browser, { place, owner, seller }) };
  };
  const database = openDatabaseReader(context.databaseUrl);
  return {
    haravan: createHaravanControls(haravanUrl),
    lazada: createLazadaControls(context.lazadaUrl),
    database,
    first: await merchant(0),
    second: await merchant(1),
    async close() {
      await browser.close();
      await database.close();
    },
  };
}
