import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { remember } from '../history';
import type { Platform } from '../platform';

/** A line in the order's history. Verbs are Shopify's where it has one (haravan.md §2.24 names none). */
export function tellOrder(platform: Platform, org: Org, { id }: Order, verb: string, message: string): void {
  remember(platform, org, { subjectType: 'Order', subjectId: id, verb, message });
}
