import type { OrderRow } from '@/src/queries/orders/order-list';

/** Which sentence says why an order is not in Haravan, or null when it is there. */
export function absence(order: Pick<OrderRow, 'decision' | 'decisionReason' | 'haravan'>): string | null {
  if (order.haravan === 'deleted') return 'deleted';
  if (order.haravan !== 'absent') return null;
  if (order.decision === 'skipped') return order.decisionReason ?? 'skipped';
  return order.decision === 'failing' ? 'failing' : 'waiting';
}
