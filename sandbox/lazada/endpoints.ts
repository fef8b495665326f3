import type { Endpoint } from './endpoint';
import { authEndpoints } from './routes/auth';
import { cancelEndpoints } from './routes/cancel';
import { documentEndpoints } from './routes/documents';
import { orderItemEndpoints } from './routes/order-items';
import { orderEndpoints } from './routes/orders';
import { packEndpoints } from './routes/pack';
import { packageEndpoints } from './routes/packages';
import { productWriteEndpoints } from './routes/product-writes';
import { productEndpoints } from './routes/products';
import { sellerEndpoints } from './routes/seller';

const ALL: readonly Endpoint[] = [
  ...authEndpoints,
  ...sellerEndpoints,
  ...productEndpoints,
  ...productWriteEndpoints,
  ...orderEndpoints,
  ...orderItemEndpoints,
  ...packEndpoints,
  ...packageEndpoints,
  ...documentEndpoints,
  ...cancelEndpoints,
];

/** Every API path that is answered, by path. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(ALL.map((endpoint) => [endpoint.path, endpoint]));
