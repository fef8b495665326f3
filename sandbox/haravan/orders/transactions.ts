import { Refusal } from '../envelope';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import type { Transaction, TransactionKind } from '../entities/payment';
import type { Platform } from '../platform';
import { changeOrder } from './changed';
import { paymentsOf } from './payments';
import { tellOrder } from './told';
import { totalPrice } from './totals';

/** Books it without asking. A capture points to the pending transaction it fulfills (haravan.md §2.21). */
export function book(
  { store, clock }: Platform,
  org: Org,
  order: Order,
  kind: TransactionKind,
  amount: number,
  gateway: string | null = order.gateway,
): Transaction {
  const pending = order.transactions.find((other) => other.kind === 'pending');
  const transaction: Transaction = {
    id: store.nextId('transaction'),
    orderId: order.id,
    kind,
    amount,
    gateway,
    parentId: kind === 'capture' ? (pending?.id ?? null) : null,
    createdAt: clock.now(),
  };
  order.transactions.push(transaction);
  if (kind === 'void') order.voided = true;
  const customer = org.customers.get(order.customerId);
  if (customer && (kind === 'capture' || kind === 'sale')) customer.history.paid += amount;
  return transaction;
}

/** POST transactions. Taking more than is owed or giving back more than was taken is refused. */
export function createTransaction(
  platform: Platform,
  org: Org,
  order: Order,
  wanted: { kind: TransactionKind; amount?: number; gateway?: string },
): Transaction {
  const { captured, refunded, outstanding } = paymentsOf(order);
  const amount = wanted.amount ?? 0;
  if (takesMoney(wanted.kind) && amount > outstanding) {
    throw new Refusal(422, 'Số tiền thanh toán vượt quá số tiền còn lại của đơn hàng');
  }
  if (wanted.kind === 'refund' && amount > captured - refunded) throw refundTooHigh();
  if (wanted.kind === 'void' && captured > 0)
    throw new Refusal(422, 'Đơn hàng đã thanh toán, không thể hủy thanh toán');
  tellOrder(platform, org, order, wanted.kind, `Giao dịch ${wanted.kind}: ${amount.toLocaleString('vi-VN')} ₫`);
  return changeOrder(platform, org, order, () => book(platform, org, order, wanted.kind, amount, wanted.gateway));
}

/** Confirming makes the sum of the order a pending transaction, once (haravan.md §2.18). */
export function expectPayment(platform: Platform, org: Org, order: Order): void {
  const isExpected = order.transactions.some(({ kind }) => kind === 'pending');
  if (!isExpected && paymentsOf(order).outstanding > 0) book(platform, org, order, 'pending', totalPrice(order));
}

export const refundTooHigh = (): Refusal => new Refusal(422, 'Số tiền hoàn trả vượt quá số tiền đã thanh toán');

const takesMoney = (kind: TransactionKind): boolean => kind === 'capture' || kind === 'sale';
