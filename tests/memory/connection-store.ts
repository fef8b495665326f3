import type { ConnectionView } from '@/src/sync/ports/access';
import type { ConnectionStore, Grant, SellerIdentity } from '@/src/sync/ports/connection';
import { connectionRenewals } from './connection-renewals';
import { inOrder } from './instants';
import { tokenColumns } from './lazada-token-columns';
import type { MemoryDatabase } from './memory-database';
import { type ConnectionRow, emptyShop, must, type TenantRows } from './tenant-rows';

/** Cấu hình of a connection that nobody has set yet: the defaults of prisma/schema.prisma. */
const UNSET = {
  pushPrice: false,
  pushQuantity: false,
  orderProcessing: 'lazada',
  stockLocationIds: [],
  orderLocationId: null,
  stockPercent: 100,
  restockOnCancel: true,
  restockReturns: false,
  safetyStock: 0,
  maxQuantity: null,
  ordersFeedAt: null,
  ordersCursor: null,
  importFrom: null,
} satisfies Partial<ConnectionView>;

const NEVER_READ = {
  settingsVersion: 0,
  ordersFeedError: null,
  ordersFeedAttempts: 0,
  listingsCursor: null,
  listingsStartedAt: null,
  listingsReadAt: null,
  reconciledAt: null,
  reconcileChecked: 0,
  ordersPushAt: null,
  ordersMissedAt: null,
  ordersComparedAt: null,
  backfillDays: null,
  backfillCursor: null,
  backfillTotal: null,
  backfillDoneAt: null,
};

/** Everything that a grant changes, for a new row and for one that comes back. */
function grantColumns({ shortCode, account, country }: SellerIdentity, { tokens, renewAt, at }: Grant) {
  return {
    ...{ shortCode, account, country },
    ...tokenColumns(tokens),
    ...{ statusReason: null, disconnectedAt: null, authorizedAt: at, renewAt, renewedAt: at, renewAttempts: 0 },
    ...{ ordersPollAt: at, listingsPullAt: at, reconcileAt: at },
  };
}

const isLive = (row: ConnectionRow) => row.view.status !== 'disconnected';

/** The unique index `Connection_one_live_per_seller`. */
const taken = (tenants: Iterable<TenantRows>, sellerId: string, except?: string): boolean =>
  [...tenants].some((rows) =>
    [...rows.connections.values()].some(
      (row) => isLive(row) && row.view.sellerId === sellerId && row.view.id !== except,
    ),
  );

export function endConnection(row: ConnectionRow, at: Date): void {
  const noTokens = { accessToken: null, refreshToken: null, accessExpiresAt: null, refreshExpiresAt: null };
  Object.assign(row, { ...noTokens, disconnectedAt: at, renewAt: null });
  row.view.status = 'disconnected';
}

export function createConnectionStore(database: MemoryDatabase, clock: { now(): number }): ConnectionStore {
  const { door, sweep, tenants, leases, newId } = database;
  const leasesOf = (connectionId: string) => [...leases.values()].filter((row) => row.key.endsWith(`_${connectionId}`));
  return {
    ...connectionRenewals(database),
    list: (merchantId) =>
      door(merchantId, (rows) =>
        [...rows.connections.values()]
          .map((row) => row.view)
          .sort(inOrder((view) => view.connectedAt))
          .map(({ id, sellerId, shopName, status }) => ({ connectionId: id, sellerId, shopName, state: status })),
      ),
    heldByOther: (merchantId, sellerId) =>
      sweep((all) =>
        taken(
          all.filter((rows) => rows.merchantId !== merchantId),
          sellerId,
        ),
      ),
    create: (merchantId, seller, grant) =>
      door(merchantId, (rows) => {
        if (taken(tenants.values(), seller.sellerId)) return 'seller_taken';
        const id = newId();
        const { sellerId, shopName } = seller;
        const view = { ...UNSET, id, merchantId, sellerId, shopName, status: 'active' as const, connectedAt: grant.at };
        rows.connections.set(id, { ...NEVER_READ, ...grantColumns(seller, grant), view });
        rows.shops.set(id, emptyShop());
        return { connectionId: id };
      }),
    resume: (merchantId, connectionId, seller, grant) =>
      door(merchantId, (rows) => {
        const row = must(rows.connections.get(connectionId));
        if (taken(tenants.values(), row.view.sellerId, connectionId)) return 'seller_taken';
        Object.assign(row, grantColumns(seller, grant));
        Object.assign(row.view, { status: 'active', shopName: seller.shopName });
        for (const lease of leasesOf(connectionId)) Object.assign(lease, { pausedUntil: null, failures: 0 });
        return 'done';
      }),
    saveShopName: (merchantId, connectionId, shopName) =>
      door(merchantId, (rows) => {
        must(rows.connections.get(connectionId)).view.shopName = shopName;
      }),
    disconnect: (merchantId, connectionId, at) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (!row || !isLive(row)) return false;
        endConnection(row, at);
        row.statusReason = null;
        return true;
      }),
    isBusy: (merchantId, connectionId) =>
      door(merchantId, () => leasesOf(connectionId).some((lease) => lease.expiresAt.getTime() > clock.now())),
  };
}
