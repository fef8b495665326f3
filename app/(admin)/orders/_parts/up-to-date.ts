import type { OrderRow } from '@/src/queries/orders/order-list';
import type { PickedOrder } from './pressable';

/** The picked orders, those on the page as they are now: what can be pressed changes while the list is open. */
export function upToDate(picked: ReadonlyMap<string, PickedOrder>, rows: readonly OrderRow[]): PickedOrder[] {
  const shown = new Map(rows.map((row) => [row.lazadaOrderId, row]));
  return [...picked.values()].map((order) => shown.get(order.lazadaOrderId) ?? order);
}
