import { createAdjustmentsApi, type HaravanAdjustmentsApi } from './adjustments';
import { createCarrierStatusApi, type HaravanCarrierStatusApi, type HaravanStatusRouteMemory } from './carrier-status';
import { createCustomersApi, type HaravanCustomersApi } from './customers';
import { createHaravanCall, type HaravanDeps } from './endpoint';
import { createFulfillmentsApi, type HaravanFulfillmentsApi } from './fulfillment';
import { createGeographyApi, type HaravanGeographyApi } from './geography';
import type { HaravanConfig } from './haravan-config';
import { createIdTokenApi, type HaravanIdTokenApi } from './id-token';
import { createOAuthApi, type HaravanOAuthApi } from './oauth';
import { createOrderActionsApi, type HaravanOrderActionsApi } from './order-actions';
import { createOrdersApi, type HaravanOrdersApi } from './orders';
import { createProductsApi, type HaravanProductsApi } from './products';
import { createRefundsApi, type HaravanRefundsApi } from './refund';
import { createShopApi, type HaravanShopApi } from './shop';
import { createStatusRouteMemory } from './status-route-memory';
import { createStockApi, type HaravanStockApi } from './stock';
import { createTransactionsApi, type HaravanTransactionsApi } from './transaction';
import { createWebhooksApi, type HaravanWebhooksApi } from './webhooks';

/** Everything the product asks of Haravan. A use-case takes a `Pick` of it. */
export type HaravanClient = HaravanOAuthApi &
  HaravanIdTokenApi &
  HaravanShopApi &
  HaravanProductsApi &
  HaravanStockApi &
  HaravanAdjustmentsApi &
  HaravanCustomersApi &
  HaravanOrdersApi &
  HaravanOrderActionsApi &
  HaravanFulfillmentsApi &
  HaravanCarrierStatusApi &
  HaravanTransactionsApi &
  HaravanRefundsApi &
  HaravanWebhooksApi &
  HaravanGeographyApi;

/** `statusRoutes` remembers where each shop takes delivery states; the process's memory when absent. */
export type HaravanClientDeps = HaravanDeps & { statusRoutes?: HaravanStatusRouteMemory };

export function createHaravanClient(config: HaravanConfig, deps: HaravanClientDeps): HaravanClient {
  const call = createHaravanCall(config, deps);
  const forOrders = createHaravanCall(config, deps, 'orders');
  return {
    ...createOAuthApi(call, config),
    ...createIdTokenApi(call, config, deps.nowMs ?? Date.now),
    ...createShopApi(call),
    ...createProductsApi(call),
    ...createStockApi(call),
    ...createAdjustmentsApi(call),
    ...createCustomersApi(forOrders),
    ...createOrdersApi(forOrders),
    ...createOrderActionsApi(forOrders),
    ...createFulfillmentsApi(forOrders),
    ...createCarrierStatusApi(forOrders, deps.statusRoutes ?? createStatusRouteMemory()),
    ...createTransactionsApi(forOrders),
    ...createRefundsApi(forOrders),
    ...createWebhooksApi(call),
    ...createGeographyApi(call),
  };
}
