import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { ConnectionView } from '../ports/access';
import type { OrderRecord } from '../ports/order-imports';
import { linkLines } from './haravan-order-lines';
import { attributeOf, BRANCH_ID, BRANCH_NAME, LINE_ID } from './sales-channel';

/** Haravan's own numbers begin with `#`; a marketplace's number stands there as it is (haravan.md §2.14). */
export function bearsNumber(order: Pick<HaravanOrder, 'name' | 'orderNumber'>, lazadaOrderId: string): boolean {
  return order.name === lazadaOrderId || order.orderNumber === lazadaOrderId;
}

/** Lazada numbers its sellers; a channel may write a short code of its own instead, which says nothing. */
const isSellerNumber = (branchId: string | undefined) => branchId !== undefined && /^\d+$/.test(branchId);

/**
 * Whether a Haravan order stands for this Lazada order, whoever made it. The number alone does not tell: one checkout gives two
 * shops the same order id, and its items the same ids too (lazada.md §9.4), so the shop must be the same or, where it is not said,
 * the goods.
 */
export function isSameOrder(
  order: HaravanOrder,
  connection: Pick<ConnectionView, 'sellerId' | 'shopName'>,
  record: Pick<OrderRecord, 'lazadaOrderId' | 'items'>,
): boolean {
  if (!bearsNumber(order, record.lazadaOrderId)) return false;
  const branchId = attributeOf(order.noteAttributes, BRANCH_ID);
  if (branchId === connection.sellerId) return true;
  const branchName = attributeOf(order.noteAttributes, BRANCH_NAME);
  if (isSellerNumber(branchId) && branchName !== connection.shopName) return false;
  const lineIds = order.lineItems.flatMap((line) => attributeOf(line.properties, LINE_ID) ?? []);
  if (lineIds.length > 0) return record.items.some((item) => lineIds.includes(item.orderItemId));
  if (branchName !== undefined && branchName !== connection.shopName) return false;
  return linkLines(order.lineItems, record.items).length > 0;
}
