import type { DueAfter, DuePush, PushEnd, PushStore } from '@/src/sync/ports/stock';
import type { LinkRow, PushRow } from './catalog-rows';
import { earliest, inOrder, isDue, sameInstant } from './instants';
import { closeFigure, reportIssues } from './issue-store';
import type { MemoryDatabase } from './memory-database';
import { settlePush } from './settle-pushes';
import { type ShopRows, shopOf, type TenantRows } from './tenant-rows';
import { wishPushes } from './wish-pushes';

/** When the row asks for its turn: as a wish, or to be read back. */
function askedAt(row: PushRow, now: Date): Date | null {
  const wished = row.wanted > row.done && isDue(row.dueAt, now) ? row.dueAt : null;
  return earliest(wished, isDue(row.readBackAt, now) ? row.readBackAt : null);
}

/** A wish stands where it is due, whenever else it is to be read back. */
function isBehind(row: PushRow, now: Date, after: DueAfter | undefined): boolean {
  if (after === undefined) return true;
  const isWish = row.wanted > row.done && isDue(row.dueAt, now);
  const [mine, last] = [(isWish ? row.dueAt : row.readBackAt)?.getTime() ?? 0, after.at.getTime()];
  return mine > last || (mine === last && row.variantId > after.variantId);
}

/** Without a link, a variant or its product there is nothing to push. */
function toDuePush(rows: TenantRows, shop: ShopRows, row: PushRow, dueAt: Date, now: Date): DuePush[] {
  const link = shop.links.get(row.variantId);
  const variant = rows.variants.get(row.variantId);
  const product = link && rows.products.get(link.productId);
  if (!link || !variant || !product) return [];
  const { figure, cause, attempts, owed, variantId, wanted: version } = row;
  const { productId, itemId, skuId, sellerSku, linkedAt } = link;
  const { tracksInventory, allowsBackorder } = variant;
  return [
    {
      ...{ figure, dueAt, version, cause, attempts, owed, variantId, productId, itemId, skuId, sellerSku, linkedAt },
      believed: { value: row.believed, at: row.believedAt },
      mustReadBack: isDue(row.readBackAt, now) || owed !== null,
      locked: shop.listings.get(skuId)?.locked ?? 0,
      fulfilledByLazada: shop.listings.get(skuId)?.warehouses === 0,
      ...{ productTitle: product.title, variantTitle: variant.title, tracksInventory, allowsBackorder },
    },
  ];
}

/** Whether the link is the one that was read. */
const isStanding = (link: LinkRow | undefined, { skuId, linkedAt }: PushEnd) =>
  link?.skuId === skuId && sameInstant(link.linkedAt, linkedAt);

export function createPushStore({ door, newId }: MemoryDatabase): PushStore {
  return {
    takeDue: (merchantId, connectionId, figure, now, limit, after) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const due = [...shop.pushes.values()].flatMap((row) => {
          const at = row.figure === figure ? askedAt(row, now) : null;
          return at === null || !isBehind(row, now, after) ? [] : [{ row, at }];
        });
        const first = due
          .sort(
            inOrder(
              ({ at }) => at,
              ({ row }) => row.variantId,
            ),
          )
          .slice(0, limit);
        return first.flatMap(({ row, at }) => toDuePush(rows, shop, row, at, now));
      }),
    nextDue: (merchantId, connectionId, figures) =>
      door(merchantId, (rows) => {
        const mine = [...shopOf(rows, connectionId).pushes.values()].filter((row) => figures.includes(row.figure));
        return earliest(...mine.flatMap((row) => [row.wanted > row.done ? row.dueAt : null, row.readBackAt]));
      }),
    settle: (merchantId, connectionId, { ends, issues }, at, fence) =>
      door(
        merchantId,
        (rows) => {
          const { pushes, links } = shopOf(rows, connectionId);
          const read = ends.filter((end) => isStanding(links.get(end.variantId), end));
          for (const end of read) settlePush(pushes, end, at);
          closeFigure(rows, connectionId, issues, at);
          const linked = new Set(read.map(({ variantId }) => variantId));
          const found = issues.found.filter(({ subjectId }) => linked.has(subjectId));
          reportIssues(rows, newId, found, at);
        },
        fence,
      ),
    wish: (merchantId, wish, at) => door(merchantId, (rows) => ({ catalog: [], stock: wishPushes(rows, wish, at) })),
  };
}
