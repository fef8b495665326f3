import type { LinkedVariant, RetrySelection, RetrySubjects, SettingsStore } from '@/src/sync/ports/settings';
import { inOrder } from './instants';
import { closeIssues } from './issue-store';
import type { MemoryDatabase } from './memory-database';
import { type IssueRow, type ShopRows, shopOf, type TenantRows } from './tenant-rows';
import { touchPublications } from './touch-publications';
import { wishPushes } from './wish-pushes';

const PRICE_CODES: readonly string[] = ['price_invalid', 'price_out_of_range', 'price_below_promotion'];
const QUANTITY_CODES: readonly string[] = [
  'campaign_locked',
  'quantity_untracked',
  'quantity_fulfilled_by_lazada',
  'stock_locations_missing',
];

function load(rows: TenantRows, connectionId: string) {
  const row = rows.connections.get(connectionId);
  if (!row) return null;
  const { pushPrice, pushQuantity, orderProcessing, stockLocationIds, orderLocationId } = row.view;
  const { stockPercent, safetyStock, maxQuantity, restockOnCancel, restockReturns } = row.view;
  return {
    version: row.settingsVersion,
    settings: {
      ...{ pushPrice, pushQuantity, orderProcessing, stockLocationIds, orderLocationId },
      ...{ stockPercent, safetyStock, maxQuantity, restockOnCancel, restockReturns },
    },
    locations: rows.locations
      .toSorted(inOrder((location) => location.position))
      .map(({ locationId, name, isPrimary, sellable }) => ({ locationId, name, isPrimary, sellable })),
  };
}

type Change = Parameters<SettingsStore['save']>[2];

function save(rows: TenantRows, connectionId: string, { version, settings, reevaluate }: Change, at: Date) {
  const row = rows.connections.get(connectionId);
  if (row?.settingsVersion !== version) return 'stale' as const;
  Object.assign(row.view, settings, { stockLocationIds: [...settings.stockLocationIds] });
  row.settingsVersion += 1;
  if (reevaluate.length === 0) return { catalog: [], stock: [] };
  const wish = { variantIds: 'all' as const, figures: reevaluate, cause: 'settings_changed', connectionId };
  return { catalog: [], stock: wishPushes(rows, wish, at) };
}

function linked(rows: TenantRows, shop: ShopRows, after: string): LinkedVariant[] {
  return [...shop.links.values()].sort(inOrder((link) => link.variantId)).flatMap((link) => {
    const variant = rows.variants.get(link.variantId);
    const product = rows.products.get(link.productId);
    if (link.variantId <= after || !variant || !product) return [];
    const listing = shop.listings.get(link.skuId);
    const { tracksInventory, allowsBackorder, price, available } = variant;
    return [
      {
        ...{ variantId: link.variantId, sellerSku: link.sellerSku, tracksInventory, allowsBackorder, price, available },
        ...{ productTitle: product.title, variantTitle: variant.title, fulfilledByLazada: listing?.warehouses === 0 },
        ...{ listingPrice: listing?.price ?? null, listingSellable: listing?.sellable ?? null },
      },
    ];
  });
}

function isMeant(issue: IssueRow, selection: RetrySelection): boolean {
  if ('issueIds' in selection) return selection.issueIds.includes(issue.id);
  if (issue.connectionId !== selection.connectionId) return false;
  return !('code' in selection) || issue.code === selection.code;
}

const distinct = (texts: (string | null)[]): string[] => [...new Set(texts.flatMap((text) => text ?? []))];

function retrySubjects(rows: TenantRows, selection: RetrySelection): RetrySubjects {
  const issues = [...rows.openIssues.values()].filter((issue) => isMeant(issue, selection));
  const of = (kind: string) => issues.filter((issue) => issue.subjectKind === kind);
  const variantIds = distinct(of('variant').map((issue) => issue.subjectId));
  const productsOfVariants = variantIds.map((id) => rows.variants.get(id)?.productId ?? null);
  return {
    total: issues.length,
    variantIds,
    productIds: distinct([...productsOfVariants, ...of('product').map((issue) => issue.subjectId)]),
    orders: of('order').flatMap(({ connectionId, subjectId }) =>
      connectionId === null ? [] : [{ connectionId, lazadaOrderId: subjectId }],
    ),
    connectionIds: distinct([...of('variant'), ...of('connection')].map((issue) => issue.connectionId)),
  };
}

export function createSettingsStore({ door }: MemoryDatabase): SettingsStore {
  return {
    load: (merchantId, connectionId) => door(merchantId, (rows) => load(rows, connectionId)),
    save: (merchantId, connectionId, change, at) => door(merchantId, (rows) => save(rows, connectionId, change, at)),
    linked: (merchantId, connectionId, after, limit) =>
      door(merchantId, (rows) => linked(rows, shopOf(rows, connectionId), after ?? '').slice(0, limit)),
    closeIssuesOf: (merchantId, connectionId, figure, at) =>
      door(merchantId, (rows) => {
        const codes = figure === 'price' ? PRICE_CODES : QUANTITY_CODES;
        const isGone = (issue: IssueRow) =>
          issue.connectionId === connectionId &&
          (codes.includes(issue.code) || (issue.code === 'push_rejected' && issue.facts.field === figure));
        closeIssues(rows, isGone, at);
      }),
    retrySubjects: (merchantId, selection) => door(merchantId, (rows) => retrySubjects(rows, selection)),
    rematch: (merchantId, productIds, at) =>
      door(merchantId, (rows) => touchPublications(rows, { productIds, codes: [] }, at)),
  };
}
