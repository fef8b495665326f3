import type { Endpoint } from './endpoint';
import { authEndpoints } from './routes/auth';
import { cancelEndpoints } from './routes/cancel';
import { digitalEndpoints } from './routes/digital';
import { documentEndpoints } from './routes/documents';
import { financeEndpoints } from './routes/finance';
import { imageEndpoints } from './routes/images';
import { invoiceEndpoints } from './routes/invoice';
import { legacyCancelEndpoints } from './routes/legacy-cancel';
import { legacyDocumentEndpoints } from './routes/legacy-documents';
import { legacyFulfillmentEndpoints } from './routes/legacy-fulfillment';
import { orderItemEndpoints } from './routes/order-items';
import { orderEndpoints } from './routes/orders';
import { ownFleetEndpoints } from './routes/own-fleet';
import { packEndpoints } from './routes/pack';
import { packageEndpoints } from './routes/packages';
import { productEditEndpoints } from './routes/product-edits';
import { productWriteEndpoints } from './routes/product-writes';
import { productEndpoints } from './routes/products';
import { reverseDecisionEndpoints } from './routes/reverse-decisions';
import { reverseListEndpoints } from './routes/reverse-lists';
import { sellerEndpoints } from './routes/seller';
import { traceEndpoints } from './routes/trace';

const ALL: readonly Endpoint[] = [
  ...authEndpoints,
  ...sellerEndpoints,
  ...productEndpoints,
  ...productWriteEndpoints,
  ...productEditEndpoints,
  ...imageEndpoints,
  ...orderEndpoints,
  ...orderItemEndpoints,
  ...packEndpoints,
  ...packageEndpoints,
  ...ownFleetEndpoints,
  ...digitalEndpoints,
  ...documentEndpoints,
  ...legacyFulfillmentEndpoints,
  ...legacyDocumentEndpoints,
  ...legacyCancelEndpoints,
  ...cancelEndpoints,
  ...reverseListEndpoints,
  ...reverseDecisionEndpoints,
  ...traceEndpoints,
  ...invoiceEndpoints,
  ...financeEndpoints,
];

/** Every API path that is answered, by path. */
export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(ALL.map((endpoint) => [endpoint.path, endpoint]));
