import { createAwbApi, type LazadaAwbApi } from './awb';
import { createCancelApi, type LazadaCancelApi } from './cancel';
import { createLazadaCall, type LazadaDeps } from './endpoint';
import { createFinanceApi, type LazadaFinanceApi } from './finance';
import { createFulfillmentApi, type LazadaFulfillmentApi } from './fulfillment';
import type { LazadaConfig } from './lazada-config';
import { createOrdersApi, type LazadaOrdersApi } from './orders';
import { createProductsApi, type LazadaProductsApi } from './products';
import { createReverseApi, type LazadaReverseApi } from './reverse';
import { createSellerApi, type LazadaSellerApi } from './seller';
import { createSkuWritesApi, type LazadaSkuWritesApi } from './sku-writes';
import { createTokensApi, type LazadaTokensApi } from './tokens';
import { createTraceApi, type LazadaTraceApi } from './trace';

/** Everything the product asks of Lazada. A use-case takes a `Pick` of it. */
export type LazadaClient = LazadaTokensApi &
  LazadaSellerApi &
  LazadaProductsApi &
  LazadaSkuWritesApi &
  LazadaOrdersApi &
  LazadaFulfillmentApi &
  LazadaAwbApi &
  LazadaCancelApi &
  LazadaReverseApi &
  LazadaTraceApi &
  LazadaFinanceApi;

export function createLazadaClient(config: LazadaConfig, deps: LazadaDeps): LazadaClient {
  const call = createLazadaCall(config, deps);
  return {
    ...createTokensApi(call, config),
    ...createSellerApi(call),
    ...createProductsApi(call),
    ...createSkuWritesApi(call),
    ...createOrdersApi(call),
    ...createFulfillmentApi(call),
    ...createAwbApi(call),
    ...createCancelApi(call),
    ...createReverseApi(call),
    ...createTraceApi(call),
    ...createFinanceApi(call),
  };
}
