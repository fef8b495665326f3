import type { World } from './build-world';
import { FOREIGN_SELLER } from './merchants';

/** For tests that bring their own data. */
export function emptyWorld(): World {
  return { haravan: { orgs: [] }, lazada: { sellers: [] }, accounts: { merchants: [], foreignSeller: FOREIGN_SELLER } };
}
