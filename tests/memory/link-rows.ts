import type { MatchOutcome } from '@/src/sync/ports/catalog';
import { freshPush, pushKey } from './push-rows';
import type { ShopRows } from './tenant-rows';

function unlink(shop: ShopRows, variantId: string): void {
  shop.links.delete(variantId);
  for (const figure of ['price', 'quantity'] as const) shop.pushes.delete(pushKey(figure, variantId));
}

function loseLinks(shop: ShopRows, { removed }: MatchOutcome, at: Date): void {
  for (const { skuId, itemId, sellerSku, variantId } of removed) {
    if (!shop.lostLinks.has(skuId)) shop.lostLinks.set(skuId, { skuId, itemId, sellerSku, variantId, lostAt: at });
    unlink(shop, variantId);
  }
}

/** The SKU now belongs to somebody else: an older link to it, whose own product is still to be matched, gives way. */
function giveWay(shop: ShopRows, { added }: MatchOutcome): string[] {
  const skuIds = new Set<string>(added.map((link) => link.skuId));
  const variantIds = new Set<string>(added.map((link) => link.variantId));
  const gone = [...shop.links.values()].filter((link) => skuIds.has(link.skuId) && !variantIds.has(link.variantId));
  for (const { variantId } of gone) unlink(shop, variantId);
  return gone.map(({ variantId }) => variantId);
}

/** The primary key and the unique index: one link per variant and per SKU. */
function assertFree(shop: ShopRows, { added, removed }: MatchOutcome): void {
  const leaving = new Set<string>(removed.map((link) => link.variantId));
  const isTaken = added.some(({ variantId }) => shop.links.has(variantId) && !leaving.has(variantId));
  const repeats = [added.map((link) => link.variantId), added.map((link) => link.skuId)];
  if (isTaken || repeats.some((ids) => new Set<string>(ids).size < ids.length)) throw new Error('linked already');
}

function addLinks(shop: ShopRows, outcome: MatchOutcome, at: Date): void {
  for (const { variantId, productId, itemId, skuId, sellerSku } of outcome.added) {
    shop.links.set(variantId, { variantId, productId, itemId, skuId, sellerSku, linkedAt: at });
    const listing = shop.listings.get(skuId);
    for (const figure of ['price', 'quantity'] as const) {
      const key = pushKey(figure, variantId);
      if (shop.pushes.has(key)) continue;
      // The price that was just read needs no push when it is right. A quantity moves with every sale: it is sent.
      const believed = figure === 'price' ? (listing?.price ?? null) : null;
      const believedAt = believed === null ? null : (listing?.readAt ?? null);
      shop.pushes.set(key, { ...freshPush(figure, variantId, at), believed, believedAt });
    }
  }
}

function respell(shop: ShopRows, { kept }: MatchOutcome): void {
  for (const { variantId, sellerSku } of kept) {
    const link = shop.links.get(variantId);
    if (link) link.sellerSku = sellerSku;
  }
}

/** Only the version that was matched is acknowledged: a change that came meanwhile is matched again. */
function acknowledge(shop: ShopRows, { publications }: MatchOutcome): void {
  for (const { productId, version } of publications) {
    const row = shop.publications.get(productId);
    if (!row) continue;
    Object.assign(row, { matched: version, attempts: 0, blockedBy: null });
    if (row.state === 'published') row.removedAt = null;
  }
}

/** What src/db/link-rows.ts does. Answers whose figures nothing feeds any more. */
export function saveLinks(shop: ShopRows, outcome: MatchOutcome, at: Date): ReadonlySet<string> {
  assertFree(shop, outcome);
  loseLinks(shop, outcome, at);
  const gaveWay = giveWay(shop, outcome);
  addLinks(shop, outcome, at);
  respell(shop, outcome);
  acknowledge(shop, outcome);
  return new Set([...outcome.removed.map((link) => link.variantId), ...gaveWay]);
}
