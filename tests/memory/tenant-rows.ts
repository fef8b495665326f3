import type { ConnectionView } from '@/src/sync/ports/access';
import type { MerchantView } from '@/src/sync/ports/connection';
import type { InboxRow } from '@/src/sync/ports/inbox';
import type { IssueReport } from '@/src/sync/ports/issues';
import type { TrailEvent } from '@/src/sync/ports/trail';
import type {
  DifferenceRow,
  LinkRow,
  ListingRow,
  LocationRow,
  LostLinkRow,
  ProductRow,
  PublicationRow,
  PushRow,
  RefreshRow,
  RunRow,
  VariantRow,
} from './catalog-rows';
import type { ActionRow, ItemRow, OrderRow, PackageRow } from './order-rows';

export type MerchantRow = MerchantView & {
  accessToken: string | null;
  refreshToken: string | null;
  scope: string;
  uninstalledAt: Date | null;
  webhooksOkAt: Date | null;
  catalogPullAt: Date | null;
  catalogCursor: string | null;
  catalogStartedAt: Date | null;
  catalogReadAt: Date | null;
  locationsReadAt: Date | null;
};

/** `view` holds what use-cases read of a connection; the rest is looked at by one store each. */
export type ConnectionRow = {
  view: ConnectionView;
  shortCode: string;
  account: string;
  country: string;
  statusReason: string | null;
  accessToken: string | null;
  refreshToken: string | null;
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
  refreshSupported: boolean;
  authorizedAt: Date;
  renewAt: Date | null;
  renewAttempts: number;
  renewedAt: Date | null;
  disconnectedAt: Date | null;
  settingsVersion: number;
  ordersPollAt: Date;
  ordersFeedError: string | null;
  ordersFeedAttempts: number;
  listingsPullAt: Date | null;
  listingsCursor: string | null;
  listingsStartedAt: Date | null;
  listingsReadAt: Date | null;
  reconcileAt: Date | null;
  reconciledAt: Date | null;
  reconcileChecked: number;
  ordersPushAt: Date | null;
  ordersMissedAt: Date | null;
  ordersComparedAt: Date | null;
  backfillDays: number | null;
  backfillCursor: Date | null;
  backfillTotal: number | null;
  backfillDoneAt: Date | null;
};

export type IssueRow = IssueReport & {
  id: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  count: number;
  closedAt: Date | null;
};

export type MessageRow = InboxRow & { processedAt: Date | null; dueAt: Date; error: string | null };
export type TrailRow = TrailEvent & { at: Date };

/** What belongs to one connection. */
export type ShopRows = {
  listings: Map<string, ListingRow>;
  publications: Map<string, PublicationRow>;
  links: Map<string, LinkRow>;
  lostLinks: Map<string, LostLinkRow>;
  /** By figure and variant. */
  pushes: Map<string, PushRow>;
  orders: Map<string, OrderRow>;
  items: Map<string, ItemRow>;
  packages: Map<string, PackageRow>;
  actions: Map<string, ActionRow>;
  differences: Map<string, DifferenceRow>;
};

/** All that one merchant's transactions can see: nobody else's rows are within reach (spec R7.1). */
export type TenantRows = {
  readonly merchantId: string;
  merchant: MerchantRow | null;
  locations: LocationRow[];
  connections: Map<string, ConnectionRow>;
  products: Map<string, ProductRow>;
  variants: Map<string, VariantRow>;
  refreshes: Map<string, RefreshRow>;
  runs: Map<string, RunRow>;
  shops: Map<string, ShopRows>;
  issues: Map<string, IssueRow>;
  /** By key: one open record each. */
  openIssues: Map<string, IssueRow>;
  inbox: Map<string, MessageRow>;
  trail: TrailRow[];
};

export const emptyShop = (): ShopRows => ({
  listings: new Map(),
  publications: new Map(),
  links: new Map(),
  lostLinks: new Map(),
  pushes: new Map(),
  orders: new Map(),
  items: new Map(),
  packages: new Map(),
  actions: new Map(),
  differences: new Map(),
});

export const emptyTenant = (merchantId: string): TenantRows => ({
  merchantId,
  merchant: null,
  locations: [],
  connections: new Map(),
  products: new Map(),
  variants: new Map(),
  refreshes: new Map(),
  runs: new Map(),
  shops: new Map(),
  issues: new Map(),
  openIssues: new Map(),
  inbox: new Map(),
  trail: [],
});

/** The rows of one connection; a stranger's connection is an empty one. */
export function shopOf(rows: TenantRows, connectionId: string): ShopRows {
  const known = rows.shops.get(connectionId);
  if (known) return known;
  const shop = emptyShop();
  if (rows.connections.has(connectionId)) rows.shops.set(connectionId, shop);
  return shop;
}

/** @throws Error when the row is not there, as the database's client does */
export function must<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new Error('no such row');
  return row;
}
