import type { Collect, Collection } from './collection';
import type { Customer } from './customer';
import type { Adjustment, Transfer } from './documents';
import type { HistoryEvent } from './event';
import type { LooseKind, LooseRecord } from './loose';
import type { Location, StockRow } from './stock';
import type { Order } from './order';
import type { Product, Variant } from './product';
import type { AppSubscription, Subscription } from './subscription';

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
  /** Of the products. */
  handles: Set<string>;
  variants: Map<number, Variant>;
  /** By `stockKey`. */
  stock: Map<string, StockRow>;
  customers: Map<number, Customer>;
  orders: Map<number, Order>;
  adjustments: Map<number, Adjustment>;
  transfers: Map<number, Transfer>;
  collections: Map<number, Collection>;
  collects: Map<number, Collect>;
  loose: Map<LooseKind, Map<number, LooseRecord>>;
  history: HistoryEvent[];
  subscriptions: Subscription[];
  appSubscriptions: AppSubscription[];
  nextOrderNumber: number;
  nextAdjustNumber: number;
  nextTransferNumber: number;
};

export type User = { id: string; email: string; password: string; name: string; role: string[] };

/** The shop owner: the only one who can install (haravan.md §1.4). */
export const isOwner = (user: User): boolean => user.role.includes('admin');
