import type { HaravanCarrierStatusApi } from './carrier-status';
import type { HaravanCustomersApi } from './customers';
import type { HaravanFulfillmentsApi } from './fulfillment';
import type { HaravanGeographyApi } from './geography';
import type { HaravanIdTokenApi } from './id-token';
import type { HaravanOAuthApi } from './oauth';
import type { HaravanOrderActionsApi } from './order-actions';
import type { HaravanOrdersApi } from './orders';
import type { HaravanProductsApi } from './products';
import type { HaravanRefundsApi } from './refund';
import type { HaravanShopApi } from './shop';
import type { HaravanStockApi } from './stock';
import type { HaravanTransactionsApi } from './transaction';
import type { HaravanWebhooksApi } from './webhooks';

/** Everything the product asks of Haravan. A use-case takes a `Pick` of it. */
export type HaravanClient = HaravanOAuthApi &
  HaravanIdTokenApi &
  HaravanShopApi &
  HaravanProductsApi &
  HaravanStockApi &
  HaravanCustomersApi &
  HaravanOrdersApi &
  HaravanOrderActionsApi &
  HaravanFulfillmentsApi &
  HaravanCarrierStatusApi &
  HaravanTransactionsApi &
  HaravanRefundsApi &
  HaravanWebhooksApi &
  HaravanGeographyApi;
