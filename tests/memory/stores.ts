import type { Stores } from '@/src/compose/stores';
import type { TurnQueue } from '@/src/sync/ports/turn';
import type { Clock } from '@/src/sync/ports/world';
import { createAccessStore } from './access-store';
import { createActionStore } from './action-store';
import { createBackfillStore } from './backfill-store';
import { createCatalogStore } from './catalog-store';
import { createConnectionStore } from './connection-store';
import { createInboxStore, createOwnOrders, createRecipients } from './inbox-store';
import { createIssueStore } from './issue-store';
import { createListingStore } from './listing-store';
import { createLoginStateStore } from './login-state-store';
import { createMatchStore } from './match-store';
import type { MemoryDatabase } from './memory-database';
import { createMerchantStore } from './merchant-store';
import { createOrderDoublesStore } from './order-doubles-store';
import { createOrderFeedStore, createOrderPollStore } from './order-feed-store';
import { createOrderImportStore } from './order-import-store';
import { createOrderWishStore } from './order-wish-store';
import { createPublicationStore } from './publication-store';
import { createPushStore } from './push-store';
import { createReconcileStore } from './reconcile-store';
import { createSettingsStore } from './settings-store';
import { createStockFactsStore } from './stock-facts-store';
import { createTrailStore } from './trail-store';

export type MemoryStoreDeps = { clock: Clock; newSecret: () => string; queue: TurnQueue };

/** What src/compose/stores.ts builds on Postgres; nothing is sealed here. */
export function createMemoryStores(database: MemoryDatabase, { clock, newSecret, queue }: MemoryStoreDeps): Stores {
  return {
    access: createAccessStore(database),
    actions: createActionStore(database),
    backfills: createBackfillStore(database),
    doubles: createOrderDoublesStore(database),
    catalog: createCatalogStore(database),
    connections: createConnectionStore(database, clock),
    inbox: createInboxStore(database),
    ownOrders: createOwnOrders(database),
    recipients: createRecipients(database),
    issues: createIssueStore(database, clock),
    listings: createListingStore(database),
    states: createLoginStateStore(database, newSecret),
    matches: createMatchStore(database),
    merchants: createMerchantStore(database),
    orderFeed: createOrderFeedStore(database),
    polls: createOrderPollStore(database),
    orders: createOrderImportStore(database),
    orderWishes: createOrderWishStore(database, queue),
    publications: createPublicationStore(database),
    pushes: createPushStore(database),
    reconcile: createReconcileStore(database),
    settings: createSettingsStore(database),
    stockFacts: createStockFactsStore(database),
    trail: createTrailStore(database, clock),
  };
}
