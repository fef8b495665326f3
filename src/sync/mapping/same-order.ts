import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { ConnectionView } from '../ports/access';
import type { OrderRecord } from '../ports/order-imports';
import { linkLines } from './haravan-order-lines';
import { attributeOf, BRANCH_ID, BRANCH_NAME, LINE_ID } from './sales-channel';

/** Haravan's own numbers begin with `#`; a marketplace's number stands there as it is (haravan.md §2.14). */
export function bearsNumber(order: Pick<HaravanOrder, 'name' | 'orderNumber'>, lazadaOrderId: string): boolean {
  return order.name === lazadaOrderId || order.orderNumber === lazadaOrderId;
}

/**
 * Whether a Haravan order stands for this Lazada order, whoever made it. The number alone does not tell: one checkout gives two
 * shops the same order id (lazada.md §9.4), so the shop must be the same or, where it is not said, the goods.
 */
export function isSameOrder(
  order: HaravanOrder,
  connection: Pick<ConnectionView, 'sellerId' | 'shopName'>,
  record: Pick<OrderRecord, 'lazadaOrderId' | 'items'>,
): boolean {
  if (!bearsNumber(order, record.lazadaOrderId)) return false;
  if (attributeOf(order.noteAttributes, BRANCH_ID) === connection.sellerId) return true;
  const lineIds = order.lineItems.flatMap((line) => attributeOf(line.properties, LINE_ID) ?? []);
  if (lineIds.length > 0) return record.items.some((item) => lineIds.includes(item.orderItemId));
  const branchName = attributeOf(order.noteAttributes, BRANCH_NAME);
  if (branchName !== undefined && branchName !== connection.shopName) return false;
  return linkLines(order.lineItems, record.items).length > 0;
}
