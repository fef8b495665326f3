import type { Order } from '../entities/order';
import { totalPrice } from './totals';

export type Payments = { hasCapture: boolean; captured: number; refunded: number; outstanding: number };

export function paymentsOf(order: Order): Payments {
  const captures = order.transactions.filter(({ kind }) => kind === 'capture' || kind === 'sale');
  const captured = captures.reduce((sum, { amount }) => sum + amount, 0);
  const refunds = order.transactions.filter(({ kind }) => kind === 'refund');
  const refunded = refunds.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  return { hasCapture: captures.length > 0, captured, refunded, outstanding: totalPrice(order) - captured };
}

export type FinancialStatus =
  | 'pending'
  | 'authorized'
  | 'partiallypaid'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'voided';

/** `partiallypaid` is spelled without an underscore, as an answer in the documentation does (haravan.md §2.14). */
export function financialStatus(order: Order): FinancialStatus {
  const { hasCapture, captured, refunded } = paymentsOf(order);
  if (refunded > 0) return refunded >= captured ? 'refunded' : 'partially_refunded';
  if (hasCapture) return captured >= totalPrice(order) ? 'paid' : 'partiallypaid';
  if (order.voided) return 'voided';
  return order.transactions.some(({ kind }) => kind === 'authorization') ? 'authorized' : 'pending';
}
