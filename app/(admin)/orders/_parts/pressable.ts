import type { Hindrance, OrderAbilities } from '@/src/queries/orders/order-abilities';

export type PickedOrder = { lazadaOrderId: string; abilities: OrderAbilities };
export type Button = keyof OrderAbilities;
/** Why a button does nothing for the whole selection. */
export type SelectionHindrance = Hindrance | 'none_picked' | 'access' | 'mixed';

export type Pressable = { orderIds: string[]; hindrance: SelectionHindrance | null };

/** Which of the picked orders a button acts on; the others are left out and said. */
export function pressable(orders: readonly PickedOrder[], button: Button, accessLapsed: boolean): Pressable {
  const orderIds = orders.filter((order) => order.abilities[button] === null).map((order) => order.lazadaOrderId);
  return { orderIds, hindrance: hindranceOf(orders, button, accessLapsed, orderIds.length) };
}

function hindranceOf(
  orders: readonly PickedOrder[],
  button: Button,
  accessLapsed: boolean,
  able: number,
): SelectionHindrance | null {
  if (orders.length === 0) return 'none_picked';
  if (accessLapsed) return 'access';
  if (able > 0) return null;
  const reasons = new Set(orders.map((order) => order.abilities[button]));
  const [only] = reasons;
  return reasons.size === 1 && only ? only : 'mixed';
}
