import type { Org } from '../entities/org';
import { formatCustomer } from '../formatters/customer';
import { formatLocation } from '../formatters/location';
import { formatOrder } from '../formatters/order';
import { formatProduct } from '../formatters/product';
import type { Platform } from '../platform';
import { availableOf } from '../stock';

export type StockState = {
  locationId: number;
  variantId: number;
  onHand: number;
  committed: number;
  available: number;
};

/** What the simulator holds of one organisation. Records have their wire form. */
export function orgState(platform: Platform, org: Org) {
  return {
    orgId: org.orgId,
    shop: org.shop,
    installed: org.installed,
    products: [...org.products.values()].map((product) => formatProduct(org, product, platform.publicUrl())),
    locations: org.locations.map(formatLocation),
    stock: [...org.stock.values()].map(
      (row): StockState => ({
        locationId: row.locationId,
        variantId: row.variantId,
        onHand: row.onHand,
        committed: row.committed,
        available: availableOf(row),
      }),
    ),
    orders: [...org.orders.values()].map((order) => formatOrder(org, order)),
    customers: [...org.customers.values()].map(formatCustomer),
    subscriptions: platform.events.subscriptions(org).map(({ id, event, url }) => ({ id, event, url })),
  };
}
