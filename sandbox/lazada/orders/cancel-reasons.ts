import type { Order } from '../entities';

export type CancelReason = { id: number; name: string };

const REASONS = [
  [19, 'Sourcing Delay'],
  [21, 'Out of Stock'],
  [23, 'Wrong Price or Pricing Error'],
] as const;
const FIRST_ID = 10_000_000;

/** The one list of the legacy API, with the ids of the demo answer (lazada.md §11.2, §12.1). */
export const GENERAL_REASONS: readonly CancelReason[] = reasonsFrom(FIRST_ID);

/** Ids differ from order to order, so that nobody hard-codes them (lazada.md §12.1). */
export function cancelReasonsOf(order: Order): CancelReason[] {
  const shift = (Number(order.orderId.slice(0, -5)) % 7) * 100;
  return reasonsFrom(FIRST_ID + shift);
}

function reasonsFrom(first: number): CancelReason[] {
  return REASONS.map(([id, name]) => ({ id: first + id, name }));
}
