import type { Link } from '@/src/domain/catalog/link';
import { FIGURE_CODES } from '@/src/domain/issue/figure-codes';
import { itemId, productId, skuId, toBarcode, toSellerSku, variantId } from '@/src/domain/ids';
import type { MatchClosure, MatchStore } from '@/src/sync/ports/catalog';
import type { PublicationRow, VariantRow } from './catalog-rows';
import { earliest, inOrder, isDue } from './instants';
import { closeIssues } from './issue-store';
import { saveLinks } from './link-rows';
import type { MemoryDatabase } from './memory-database';
import { type IssueRow, type ShopRows, shopOf, type TenantRows } from './tenant-rows';

type PlainLink = { variantId: string; itemId: string; skuId: string; sellerSku: string };

const linkOf = (row: PlainLink): Link[] => {
  const sellerSku = toSellerSku(row.sellerSku);
  if (sellerSku === null) return [];
  return [{ variantId: variantId(row.variantId), itemId: itemId(row.itemId), skuId: skuId(row.skuId), sellerSku }];
};

const waits = (row: PublicationRow) => row.wanted > row.matched;
const waiting = (shop: ShopRows) => [...shop.publications.values()].filter(waits);

/** The variants of these products, and everybody else who bears one of their codes, published or not (spec R2.3). */
function bearers(rows: TenantRows, productIds: ReadonlySet<string>): VariantRow[] {
  const all = [...rows.variants.values()];
  const codes = new Set(all.flatMap((row) => (productIds.has(row.productId) ? (row.code ?? []) : [])));
  return all
    .filter(
      (row) => productIds.has(row.productId) || (row.deletedAt === null && row.code !== null && codes.has(row.code)),
    )
    .filter((row) => rows.products.has(row.productId))
    .sort(
      inOrder(
        (row) => row.productId,
        (row) => row.position,
        (row) => row.variantId,
      ),
    );
}

function closure(rows: TenantRows, shop: ShopRows, ids: readonly string[]): MatchClosure {
  const mine = new Set(ids);
  const variants = bearers(rows, mine);
  const codes = new Set(variants.flatMap((row) => row.code ?? []));
  const listings = [...shop.listings.values()].filter(
    (row) => row.goneAt === null && row.code !== null && codes.has(row.code),
  );
  return {
    variants: variants.map((row) => {
      const product = rows.products.get(row.productId);
      return {
        variantId: variantId(row.variantId),
        productId: productId(row.productId),
        productTitle: product?.title ?? '',
        variantTitle: row.title,
        barcode: toBarcode(row.barcode),
        published: shop.publications.get(row.productId)?.state === 'published',
        deleted: row.deletedAt !== null || product?.deletedAt != null,
      };
    }),
    listings: listings.map((row) => ({
      ...{ itemId: itemId(row.itemId), skuId: skuId(row.skuId), status: row.status },
      sellerSku: toSellerSku(row.sellerSku),
    })),
    links: variants.flatMap((row) => {
      const link = mine.has(row.productId) ? shop.links.get(row.variantId) : undefined;
      return link ? linkOf(link) : [];
    }),
  };
}

/** Settles what is sold no more or fed again, and answers what is left (spec R2.6). */
function orphans(shop: ShopRows, limit: number) {
  const fed = new Set([...shop.links.values()].map((link) => link.skuId));
  for (const lost of [...shop.lostLinks.keys()]) {
    const listing = shop.listings.get(lost);
    if (fed.has(lost) || (listing && (listing.goneAt !== null || listing.status === 'deleted'))) {
      shop.lostLinks.delete(lost);
    }
  }
  const sold = [...shop.lostLinks.values()].flatMap((lost) => {
    const listing = shop.listings.get(lost.skuId);
    if (listing?.status !== 'active' || listing.sellerSku === '') return [];
    return [{ ...lost, sellerSku: listing.sellerSku }];
  });
  const ordered = sold.sort(
    inOrder(
      (lost) => lost.lostAt,
      (lost) => lost.skuId,
    ),
  );
  return { total: sold.length, links: ordered.slice(0, limit).flatMap(linkOf) };
}

export function createMatchStore({ door }: MemoryDatabase): MatchStore {
  return {
    canMatch: (merchantId, connectionId) =>
      door(merchantId, (rows) => rows.connections.get(connectionId)?.listingsReadAt != null),
    takeDue: (merchantId, connectionId, now, limit) =>
      door(merchantId, (rows) =>
        waiting(shopOf(rows, connectionId))
          .filter((row) => isDue(row.dueAt, now))
          .sort(
            inOrder(
              (row) => row.dueAt,
              (row) => row.productId,
            ),
          )
          .slice(0, limit)
          .map((row) => ({ productId: row.productId, version: row.wanted, published: row.state === 'published' })),
      ),
    nextDue: (merchantId, connectionId) =>
      door(merchantId, (rows) => earliest(...waiting(shopOf(rows, connectionId)).map((row) => row.dueAt))),
    postpone: (merchantId, connectionId, until, fence) =>
      door(
        merchantId,
        (rows) => {
          for (const row of waiting(shopOf(rows, connectionId))) if (row.dueAt < until) row.dueAt = until;
        },
        fence,
      ),
    closure: (merchantId, connectionId, productIds) =>
      door(merchantId, (rows) => closure(rows, shopOf(rows, connectionId), productIds)),
    save: (merchantId, connectionId, outcome, at, fence) =>
      door(
        merchantId,
        (rows) => {
          const unlinked = saveLinks(shopOf(rows, connectionId), outcome, at);
          const isGone = (issue: IssueRow) =>
            issue.connectionId === connectionId &&
            unlinked.has(issue.subjectId) &&
            issue.subjectKind === 'variant' &&
            FIGURE_CODES.includes(issue.code);
          closeIssues(rows, isGone, at);
        },
        fence,
      ),
    orphans: (merchantId, connectionId, limit) =>
      door(merchantId, (rows) => orphans(shopOf(rows, connectionId), limit)),
    settleOrphans: (merchantId, connectionId, skuIds) =>
      door(merchantId, (rows) => {
        for (const id of skuIds) shopOf(rows, connectionId).lostLinks.delete(id);
      }),
  };
}
