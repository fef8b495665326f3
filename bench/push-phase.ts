import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@/src/compose';
import type { AddedShop } from './add-shop';
import { expectedFigures, type Figures } from './catalogue';
import type { Progress } from './progress';

const WAIT_MS = 60_000;
const WAIT_PER_SHOP_MS = 1_000;
const LINKS = 'SELECT count(*) AS n FROM "ListingLink"';
const TELL_MS = 15_000;
const LOOK_MS = 1_000;
const PUSHED = 'SELECT count(*) AS n FROM "Push" WHERE "lastPushedAt" IS NOT NULL AND wanted = done';
const WAITING = 'SELECT count(*) AS n FROM "Push" WHERE wanted > done';
const CATALOGS = `SELECT count(*) AS n FROM "Connection" c JOIN "Merchant" m ON m.id = c."merchantId"
  WHERE m."catalogReadAt" IS NOT NULL AND c."listingsReadAt" IS NOT NULL`;

const total = (shops: readonly AddedShop[]) => shops.reduce((sum, shop) => sum + expectedFigures(shop).length, 0);

export const catalogsRead = (progress: Progress, shops: number, timeoutMs: number): Promise<void> =>
  progress.until('catalogs read', CATALOGS, shops, timeoutMs);

/** Until the one shop's figures are all on Lazada, with a word on the way. */
export async function pushed(
  progress: Progress,
  skus: number,
  timeoutMs: number,
  tell: (line: string) => void,
): Promise<void> {
  const telling = setInterval(() => {
    void progress.count(PUSHED).then((figures) => tell(`${figures} of ${2 * skus} figures are on Lazada`));
  }, TELL_MS);
  try {
    // Counting hundreds of thousands of rows is a load of its own: only when no turn is at work.
    const deadline = Date.now() + timeoutMs;
    for (let figures = 0; figures !== 2 * skus; figures = await progress.count(PUSHED)) {
      if (Date.now() > deadline) throw new Error(`${figures} of ${2 * skus} figures after ${timeoutMs / 1_000} s`);
      await sleep(LOOK_MS);
      await progress.untilIdle('catalog', timeoutMs);
      await progress.untilIdle('stock', timeoutMs);
    }
  } finally {
    clearInterval(telling);
  }
}

/** Both catalogs read and every product published: the figures wait for their switches. */
export async function publishAll(
  app: App,
  shops: readonly AddedShop[],
  progress: Progress,
  connected = { all: shops.length },
): Promise<void> {
  await catalogsRead(progress, connected.all, WAIT_MS + connected.all * WAIT_PER_SHOP_MS);
  for (const shop of shops) await click(app, shop);
  await progress.until('links', LINKS, total(shops), WAIT_MS + shops.length * WAIT_PER_SHOP_MS);
}

/** The merchant's click: everything that the shop has. */
export async function click(app: App, { merchantId, connectionId }: AddedShop): Promise<void> {
  await app.commands.publishing.publish(merchantId, connectionId, { filter: {} }, 'bench');
}

export async function switchOn(app: App, { merchantId, connectionId }: AddedShop): Promise<void> {
  const view = await app.settings.load(merchantId, connectionId);
  if (!view) throw new Error('the shop has no settings');
  const settings = { ...view.settings, pushPrice: true, pushQuantity: true };
  const request = { version: view.version, settings, confirmed: true, by: 'bench' };
  const { outcome } = await app.settings.save(merchantId, connectionId, request);
  if (outcome !== 'saved') throw new Error(`the switches stay off: ${outcome}`);
}

/** Until no figure waits, of whatever shop. */
export const pushesDone = (progress: Progress, timeoutMs: number): Promise<void> =>
  progress.until('pushes left', WAITING, 0, timeoutMs);

/** Both switches on, until Lazada has every figure. */
export async function pushAll(app: App, shops: readonly AddedShop[], progress: Progress): Promise<void> {
  for (const shop of shops) await switchOn(app, shop);
  await pushesDone(progress, WAIT_MS + shops.length * WAIT_PER_SHOP_MS);
  // The turn reads the order feed once more after its last write.
  await progress.untilIdle('stock', WAIT_MS);
}

type LazadaState = {
  sellers: { items: { skus: { sellerSku: string; price: number; sellable: number }[] }[] }[];
};

/** @throws Error unless Lazada has exactly Haravan's figures */
export async function assertPushed(lazadaUrl: string, shop: AddedShop): Promise<void> {
  const answer = await fetch(`${lazadaUrl}/__sandbox/state?sellerId=${shop.seller.sellerId}`);
  const { sellers } = (await answer.json()) as LazadaState;
  const skus = sellers.flatMap(({ items }) => items.flatMap((item) => item.skus));
  const shown = new Map(skus.map((sku) => [sku.sellerSku, sku]));
  const differs = ({ sellerSku, price, quantity }: Figures) =>
    shown.get(sellerSku)?.price !== price || shown.get(sellerSku)?.sellable !== quantity;
  const wrong = expectedFigures(shop).filter(differs);
  if (wrong.length > 0) throw new Error(`${wrong.length} SKUs of ${shop.org.shop} differ from Haravan`);
}
