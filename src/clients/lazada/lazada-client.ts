import type { LazadaAwbApi } from './awb';
import type { LazadaCancelApi } from './cancel';
import type { LazadaFinanceApi } from './finance';
import type { LazadaFulfillmentApi } from './fulfillment';
import type { LazadaOrdersApi } from './orders';
import type { LazadaProductsApi } from './products';
import type { LazadaReverseApi } from './reverse';
import type { LazadaSellerApi } from './seller';
import type { LazadaSkuWritesApi } from './sku-writes';
import type { LazadaTokensApi } from './tokens';
import type { LazadaTraceApi } from './trace';

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
