import { createAwbApi, type LazadaAwbApi } from './awb';
import { createAccountApi, type LazadaAccountApi } from './account-transactions';
import { createCancelApi, type LazadaCancelApi } from './cancel';
import { createDeliveryApi, type LazadaDeliveryApi } from './delivery';
import { createLazadaCall, type LazadaDeps } from './endpoint';
import { createFinanceApi, type LazadaFinanceApi } from './finance';
import { createFulfillmentApi, type LazadaFulfillmentApi } from './fulfillment';
import type { LazadaConfig } from './lazada-config';
import { createOrdersApi, type LazadaOrdersApi } from './orders';
import { createProductsApi, type LazadaProductsApi } from './products';
import { createReturnsApi, type LazadaReturnsApi } from './returns';
import { createReverseApi, type LazadaReverseApi } from './reverse';
import { createSellerApi, type LazadaSellerApi } from './seller';
import { createSkuWritesApi, type LazadaSkuWritesApi } from './sku-writes';
import { createTokensApi, type LazadaTokensApi } from './tokens';
import { createTraceApi, type LazadaTraceApi } from './trace';
import { createWarehousesApi, type LazadaWarehousesApi } from './warehouses';

/** Everything the product asks of Lazada. A use-case takes a `Pick` of it. */
export type LazadaClient = LazadaTokensApi &
  LazadaSellerApi &
  LazadaWarehousesApi &
  LazadaProductsApi &
  LazadaSkuWritesApi &
  LazadaOrdersApi &
  LazadaFulfillmentApi &
  LazadaAwbApi &
  LazadaDeliveryApi &
  LazadaCancelApi &
  LazadaReverseApi &
  LazadaReturnsApi &
  LazadaTraceApi &
  LazadaFinanceApi &
  LazadaAccountApi;

export function createLazadaClient(config: LazadaConfig, deps: LazadaDeps): LazadaClient {
  const call = createLazadaCall(config, deps);
  const forOrders = createLazadaCall(config, deps, 'orders');
  return {
    ...createTokensApi(call, config),
    ...createSellerApi(call),
    ...createWarehousesApi(call),
    ...createProductsApi(call),
    ...createSkuWritesApi(call),
    ...createOrdersApi(forOrders),
    ...createFulfillmentApi(forOrders),
    ...createAwbApi(forOrders),
    ...createDeliveryApi(forOrders),
    ...createCancelApi(forOrders),
    ...createReverseApi(call),
    ...createReturnsApi(call),
    ...createTraceApi(call),
    ...createFinanceApi(call),
    ...createAccountApi(call),
  };
}
