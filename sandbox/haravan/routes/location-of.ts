import type { ApiContext } from '../api';
import type { Location } from '../entities/stock';
import { found } from '../envelope';
import type { Platform } from '../platform';

/** A location of the caller's own shop. */
export function locationOf({ store }: Platform, c: ApiContext, wanted: number): Location {
  return found(
    store,
    c.get('org').locations.find(({ id }) => id === wanted),
  );
}
