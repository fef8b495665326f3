import type { LinkedVariant, RetrySelection, RetrySubjects, SettingsStore } from '@/src/sync/ports/settings';
import type { Tx } from './client';
import { toConnectionView } from './connection-view';
import type { Prisma } from './generated/client';
import type { TenantDoor } from './tenant';
import { touchPublications } from './touch-publications';
import { wishPushes } from './wish-pushes';

async function load(tx: Tx, merchantId: string, connectionId: string) {
  const row = await tx.connection.findUnique({ where: { id: connectionId } });
  if (row === null) return null;
  const locations = await tx.location.findMany({ where: { merchantId }, orderBy: { position: 'asc' } });
  const { pushPrice, pushQuantity, orderProcessing, stockLocationIds, ...view } = toConnectionView(row);
  const { orderLocationId, stockPercent, safetyStock, maxQuantity, restockOnCancel, restockReturns } = view;
  const policy = { stockPercent, safetyStock, maxQuantity, restockOnCancel, restockReturns };
  return {
    version: row.settingsVersion,
    settings: { pushPrice, pushQuantity, orderProcessing, stockLocationIds, orderLocationId, ...policy },
    locations: locations.map(({ locationId, name, isPrimary, sellable }) => ({
      locationId,
      name,
      isPrimary,
      sellable,
    })),
  };
}

type Change = Parameters<SettingsStore['save']>[2];

async function save(tx: Tx, merchantId: string, connectionId: string, change: Change, at: Date) {
  const { settings, version, reevaluate } = change;
  const { count } = await tx.connection.updateMany({
    where: { id: connectionId, settingsVersion: version },
    data: {
      ...settings,
      stockLocationIds: [...settings.stockLocationIds],
      settingsVersion: { increment: 1 },
    },
  });
  if (count === 0) return 'stale' as const;
  if (reevaluate.length === 0) return { catalog: [], stock: [] };
  const wish = { variantIds: 'all' as const, figures: reevaluate, cause: 'settings_changed', connectionId };
  return { catalog: [], stock: await wishPushes(tx, merchantId, wish, at) };
}

type LinkedRow = Omit<LinkedVariant, 'price' | 'listingPrice'> & {
  price: Prisma.Decimal;
  listingPrice: Prisma.Decimal | null;
};

const linkedRows = (tx: Tx, connectionId: string, after: string | null, limit: number) => tx.$queryRaw<LinkedRow[]>`
  SELECT k."variantId", d.title AS "productTitle", v.title AS "variantTitle", k."sellerSku", v."tracksInventory",
    v."allowsBackorder", v.price, v.available, coalesce(l.warehouses = 0, false) AS "fulfilledByLazada", l.price AS "listingPrice", l.sellable AS "listingSellable"
  FROM "ListingLink" k
  JOIN "Variant" v ON v."merchantId" = k."merchantId" AND v."variantId" = k."variantId"
  JOIN "Product" d ON d."merchantId" = k."merchantId" AND d."productId" = k."productId"
  LEFT JOIN "Listing" l ON l."connectionId" = k."connectionId" AND l."skuId" = k."skuId"
  WHERE k."connectionId" = ${connectionId}::uuid AND k."variantId" > ${after ?? ''}
  ORDER BY k."variantId" LIMIT ${limit}`;

function issuesWhere(merchantId: string, selection: RetrySelection): Prisma.SyncIssueWhereInput {
  const open = { merchantId, closedAt: null };
  if ('issueIds' in selection) return { ...open, id: { in: [...selection.issueIds] } };
  if ('code' in selection) return { ...open, connectionId: selection.connectionId, code: selection.code };
  return { ...open, connectionId: selection.connectionId };
}

const distinct = (texts: (string | null)[]): string[] => [...new Set(texts.flatMap((text) => text ?? []))];

async function retrySubjects(tx: Tx, merchantId: string, selection: RetrySelection): Promise<RetrySubjects> {
  const select = { subjectKind: true, subjectId: true, connectionId: true } as const;
  const issues = await tx.syncIssue.findMany({ where: issuesWhere(merchantId, selection), select });
  const of = (kind: string) => issues.filter((issue) => issue.subjectKind === kind);
  const variantIds = distinct(of('variant').map((issue) => issue.subjectId));
  const where = { merchantId, variantId: { in: variantIds } };
  const variants = await tx.variant.findMany({ where, select: { productId: true } });
  const stopped = of('product').map((issue) => issue.subjectId);
  return {
    total: issues.length,
    variantIds,
    productIds: distinct([...variants.map((variant) => variant.productId), ...stopped]),
    orders: of('order').flatMap(({ connectionId, subjectId }) =>
      connectionId === null ? [] : [{ connectionId, lazadaOrderId: subjectId }],
    ),
    connectionIds: distinct([...of('variant'), ...of('connection')].map((issue) => issue.connectionId)),
  };
}

/** Both figures share one code for plain refusals: there the facts tell them apart. */
const closeIssuesOf = (tx: Tx, connectionId: string, figure: 'price' | 'quantity', at: Date) => tx.$executeRaw`
  UPDATE "SyncIssue" SET "closedAt" = ${at} WHERE "connectionId" = ${connectionId}::uuid AND "closedAt" IS NULL
    AND (code = ANY(${figure === 'price' ? PRICE_CODES : QUANTITY_CODES}::text[])
      OR (code = 'push_rejected' AND facts->>'field' = ${figure}))`;

const PRICE_CODES = ['price_invalid', 'price_out_of_range', 'price_below_promotion'];
const QUANTITY_CODES = [
  'campaign_locked',
  'quantity_untracked',
  'quantity_fulfilled_by_lazada',
  'stock_locations_missing',
];

/** Cấu hình of one connection, and what its commands look up. */
export function createSettingsStore(door: TenantDoor): SettingsStore {
  return {
    load: (merchantId, connectionId) => door(merchantId, (tx) => load(tx, merchantId, connectionId)),
    save: (merchantId, connectionId, change, at) =>
      door(merchantId, (tx) => save(tx, merchantId, connectionId, change, at)),
    linked: (merchantId, connectionId, after, limit) =>
      door(merchantId, async (tx) =>
        (await linkedRows(tx, connectionId, after, limit)).map((row) => ({
          ...row,
          price: row.price.toNumber(),
          listingPrice: row.listingPrice?.toNumber() ?? null,
        })),
      ),
    closeIssuesOf: (merchantId, connectionId, figure, at) =>
      door(merchantId, async (tx) => {
        await closeIssuesOf(tx, connectionId, figure, at);
      }),
    retrySubjects: (merchantId, selection) => door(merchantId, (tx) => retrySubjects(tx, merchantId, selection)),
    rematch: (merchantId, productIds, at) =>
      door(merchantId, (tx) => touchPublications(tx, merchantId, { productIds, codes: [] }, at)),
  };
}
