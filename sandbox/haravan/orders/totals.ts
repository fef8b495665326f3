import type { Order } from '../entities/order';

/** Line prices are after line discounts (haravan.md §2.16). */
export function subtotalPrice({ lines }: Order): number {
  return lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}

/** Subtotal - order discount + shipping; never below nothing. */
export function totalPrice(order: Order): number {
  const shipping = order.shippingLines.reduce((sum, { price }) => sum + price, 0);
  return Math.max(0, subtotalPrice(order) - order.totalDiscounts + shipping);
}
