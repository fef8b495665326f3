import type { Customer } from './customer';
import type { Location, StockRow } from './stock';
import type { Order } from './order';
import type { Product, Variant } from './product';
import type { Subscription } from './subscription';

/** One organisation (= one shop, one tenant). */
export type Org = {
  orgId: string;
  /** The handle: `{shop}.myharavan.com`. */
  shop: string;
  name: string;
  createdAt: number;
  users: User[];
  /** The app is on the seller's app list: `grant_service` was granted (haravan.md §1.4). */
  installed: boolean;
  locations: Location[];
  products: Map<number, Product>;
  variants: Map<number, Variant>;
  /** By `stockKey`. */
  stock: Map<string, StockRow>;
  customers: Map<number, Customer>;
  orders: Map<number, Order>;
  subscriptions: Subscription[];
  nextOrderNumber: number;
  nextAdjustNumber: number;
};

export type User = { id: string; email: string; password: string; name: string; role: string[] };

/** The shop owner: the only one who can install (haravan.md §1.4). */
export const isOwner = (user: User): boolean => user.role.includes('admin');
