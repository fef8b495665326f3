import { type Api, authenticate, createApi } from './api';
import type { Platform } from './platform';
import { addAdjustmentRoutes } from './routes/adjustments';
import { addCarrierStatusRoutes } from './routes/carrier-status';
import { addCustomerRoutes } from './routes/customers';
import { addFulfillmentRoutes } from './routes/fulfillments';
import { addGeographyRoutes } from './routes/geography';
import { addInventoryLocationRoutes } from './routes/inventory-locations';
import { addOrderActionRoutes } from './routes/order-actions';
import { addOrderRoutes } from './routes/orders';
import { addProductRoutes } from './routes/products';
import { addRefundRoutes } from './routes/refunds';
import { addShopRoutes } from './routes/shop';
import { addSubscribeRoutes } from './routes/subscribe';
import { addTransactionRoutes } from './routes/transactions';
import { addVariantRoutes } from './routes/variants';

/** All that is called with a bearer token. */
export function createRestApi(platform: Platform): Api {
  const api = createApi();
  api.use('*', async (c, next) => {
    authenticate(platform, c);
    await next();
  });
  addShopRoutes(api, platform);
  addProductRoutes(api, platform);
  addVariantRoutes(api, platform);
  addInventoryLocationRoutes(api);
  addAdjustmentRoutes(api, platform);
  addCustomerRoutes(api, platform);
  addOrderRoutes(api, platform);
  addOrderActionRoutes(api, platform);
  addFulfillmentRoutes(api, platform);
  addCarrierStatusRoutes(api, platform);
  addTransactionRoutes(api, platform);
  addRefundRoutes(api, platform);
  addGeographyRoutes(api, platform);
  addSubscribeRoutes(api, platform);
  return api;
}
