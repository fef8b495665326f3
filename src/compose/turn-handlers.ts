import { parsePush } from '@/src/clients/lazada/parse-push';
import type { Lane } from '@/src/domain/lane';
import { createActionsTurn } from '@/src/sync/actions/actions-turn';
import { createCheckSeller } from '@/src/sync/connection/check-seller';
import { createCatalogTurn } from '@/src/sync/catalog/catalog-turn';
import { createConnectionsTurn } from '@/src/sync/connection/connections-turn';
import { createKeepWebhooks } from '@/src/sync/connection/keep-webhooks';
import { createRenewHaravan } from '@/src/sync/connection/renew-haravan';
import { createRenewLazada } from '@/src/sync/connection/renew-lazada';
import { createApplyEffects } from '@/src/sync/intake/apply-effects';
import { createHandleUninstall } from '@/src/sync/intake/handle-uninstall';
import { createIntakeTurn } from '@/src/sync/intake/intake-turn';
import { createBackfillWalk } from '@/src/sync/orders/backfill-walk';
import { createCompareOrders } from '@/src/sync/orders/compare-orders';
import { createOrdersTurn } from '@/src/sync/orders/orders-turn';
import type { TurnHandler } from '@/src/sync/ports/turn';
import { createMaintenanceTurn } from '@/src/sync/reconcile/maintenance-turn';
import { createStockTurn } from '@/src/sync/stock/stock-turn';
import type { World } from './basics';
import { type Clients, longestCallMs } from './clients';
import type { Stores } from './stores';
import type { UseCases } from './use-cases';

/** One handler per lane; a lane without one does not compile. */
export function createTurnHandlers(
  world: World,
  clients: Clients,
  stores: Stores,
  useCases: UseCases,
): Record<Lane, TurnHandler> {
  const { env, queue, clock } = world;
  const { pushWishes: wishes, catalogWishes, feed, renewAccess, disconnect } = useCases;
  const lateWriteMs = env.LATE_WRITE_SECONDS * 1_000;
  const commands = { turns: queue, wishes, catalogWishes, feed, renewAccess };
  const shared = { ...world, ...clients, ...stores, ...commands, lateWriteMs };
  const checkSeller = createCheckSeller(shared);
  const reconcileMs = env.RECONCILE_SECONDS * 1_000;
  return {
    catalog: createCatalogTurn({ ...shared, reconcileMs }),
    stock: createStockTurn(shared),
    orders: createOrdersTurn({
      ...shared,
      catalog: stores.orderFeed,
      compare: createCompareOrders(shared),
      walkBack: createBackfillWalk({ ...shared, store: stores.orderFeed }),
      pollMs: env.ORDER_POLL_SECONDS * 1_000,
      haravanTimeoutMs: longestCallMs(env),
    }),
    actions: createActionsTurn(shared),
    intake: createIntakeTurn({
      ...shared,
      parsePush,
      apply: createApplyEffects({
        ...shared,
        checkSeller,
        catalog: catalogWishes,
        pushes: wishes,
        orders: stores.orderWishes,
      }),
      uninstalled: createHandleUninstall({ ...shared, disconnect }),
    }),
    connections: createConnectionsTurn({
      ...shared,
      renewLazada: createRenewLazada(shared),
      renewHaravan: createRenewHaravan(shared),
      keepWebhooks: createKeepWebhooks(shared),
    }),
    maintenance: createMaintenanceTurn({
      ...shared,
      checkSeller,
      catalog: catalogWishes,
      clock,
      reconcileMs,
    }),
  };
}
