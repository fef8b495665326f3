import type { Order } from '../entities';

export type CancelReason = { id: number; name: string };

const REASONS = [
  [19, 'Sourcing Delay'],
  [21, 'Out of Stock'],
  [23, 'Wrong Price or Pricing Error'],
] as const;
const FIRST_ID = 10_000_000;

/** Ids differ from order to order, so that nobody hard-codes them (lazada.md §12.1). */
export function cancelReasonsOf(order: Order): CancelReason[] {
  const shift = (Number(order.orderId.slice(0, -5)) % 7) * 100;
  return REASONS.map(([id, name]) => ({ id: FIRST_ID + shift + id, name }));
}
