import { fulfillableOf, type Order, type OrderLine } from '../entities/order';

export type OrderFulfillmentStatus = 'notfulfilled' | 'partial' | 'fulfilled';

/** Restocking does not undo it: a canceled order may stay `fulfilled` (haravan.md §2.18). */
export function orderFulfillmentStatus({ lines }: Order): OrderFulfillmentStatus {
  if (lines.every(({ fulfilled }) => fulfilled === 0)) return 'notfulfilled';
  return lines.every((line) => fulfillableOf(line) === 0) ? 'fulfilled' : 'partial';
}

export function lineFulfillmentStatus(line: OrderLine): 'notfulfilled' | 'fulfilled' | 'restock' {
  if (line.restocked > 0 && line.restocked >= line.quantity) return 'restock';
  return line.fulfilled > 0 && fulfillableOf(line) === 0 ? 'fulfilled' : 'notfulfilled';
}
