import { type ApiContext, idParam } from '../api';
import type { Customer } from '../entities/customer';
import { found } from '../envelope';
import type { Platform } from '../platform';

/** The customer named in the path, of the caller's own shop. */
export function customerOf({ store }: Platform, c: ApiContext, id = idParam(c, 'id')): Customer {
  return found(store, c.get('org').customers.get(id));
}
