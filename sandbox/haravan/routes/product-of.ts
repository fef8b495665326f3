import { type ApiContext, idParam } from '../api';
import type { Product } from '../entities/product';
import { found } from '../envelope';
import type { Platform } from '../platform';

/** The product named in the path, of the caller's own shop. */
export function productOf({ store }: Platform, c: ApiContext, id = idParam(c, 'productId')): Product {
  return found(store, c.get('org').products.get(id));
}
