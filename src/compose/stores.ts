import { createAccessStore } from '@/src/db/access-store';
import { createActionStore } from '@/src/db/action-store';
import { createBackfillStore } from '@/src/db/backfill-store';
import { createCatalogStore } from '@/src/db/catalog-store';
import { createConnectionStore } from '@/src/db/connection-store';
import { createInboxStore, createOwnOrders, createRecipients } from '@/src/db/inbox-store';
import { createIssueStore } from '@/src/db/issue-store';
import { createListingStore } from '@/src/db/listing-store';
import { createLoginStateStore } from '@/src/db/login-state-store';
import { createMatchStore } from '@/src/db/match-store';
import { createMerchantStore } from '@/src/db/merchant-store';
import { createOrderDoublesStore } from '@/src/db/order-doubles-store';
import { createOrderFeedStore, createOrderPollStore } from '@/src/db/order-feed-store';
import { createOrderImportStore } from '@/src/db/order-import-store';
import { createOrderWishStore } from '@/src/db/order-wish-store';
import { createPublicationStore } from '@/src/db/publication-store';
import { createPushStore } from '@/src/db/push-store';
import { createReconcileStore } from '@/src/db/reconcile-store';
import { createSettingsStore } from '@/src/db/settings-store';
import { createStockFactsStore } from '@/src/db/stock-facts-store';
import { createTrailStore } from '@/src/db/trail-store';
import type { TurnQueue } from '@/src/sync/ports/turn';
import type { Clock } from '@/src/sync/ports/world';
import type { Basics } from './basics';

export type Stores = ReturnType<typeof createStores>;

export type StoreDeps = Pick<Basics, 'door' | 'sweep' | 'encryption' | 'clock' | 'newSecret'> & {
  queue: TurnQueue;
  /** When leases go by another clock than the database's. */
  leaseClock?: Clock;
};

/** Postgres behind the ports. */
export function createStores({ door, sweep, encryption, clock, newSecret, queue, leaseClock }: StoreDeps) {
  return {
    access: createAccessStore(door, encryption),
    actions: createActionStore(door),
    backfills: createBackfillStore(door),
    doubles: createOrderDoublesStore(door),
    catalog: createCatalogStore(door),
    connections: createConnectionStore(door, sweep, encryption, leaseClock),
    inbox: createInboxStore(door, encryption),
    ownOrders: createOwnOrders(door),
    recipients: createRecipients(sweep),
    issues: createIssueStore(door, clock),
    listings: createListingStore(door),
    states: createLoginStateStore(sweep, newSecret),
    matches: createMatchStore(door),
    merchants: createMerchantStore(door, sweep, encryption),
    orderFeed: createOrderFeedStore(door, encryption),
    polls: createOrderPollStore(door),
    orders: createOrderImportStore(door, encryption),
    orderWishes: createOrderWishStore(door, queue),
    publications: createPublicationStore(door),
    pushes: createPushStore(door),
    reconcile: createReconcileStore(door),
    settings: createSettingsStore(door),
    stockFacts: createStockFactsStore(door),
    trail: createTrailStore(door, clock),
  };
}
