import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { AccessStore } from '../ports/access';
import type { IssueStore } from '../ports/issues';
import type { PushStore, StockFactsStore } from '../ports/stock';
import type { CatalogWishes, OrderFeed } from '../ports/wishes';
import type { Clock, Log, Random } from '../ports/world';
import type { Batches } from './batches';

export type PushDeps = {
  pushes: PushStore;
  stockFacts: StockFactsStore;
  issues: IssueStore;
  access: AccessStore;
  catalogWishes: CatalogWishes;
  feed: OrderFeed;
  haravan: Pick<HaravanClient, 'readStock' | 'listPrices' | 'getVariant'>;
  lazada: Pick<LazadaClient, 'updateSellable' | 'updatePrices' | 'listProducts'>;
  clock: Clock;
  random: Random;
  /** How long after the client gave up a write may still land (design §6). */
  lateWriteMs: number;
  batches: Batches;
  log: Log;
};
