import type { Org } from '../entities/org';
import type { Order } from '../entities/order';
import type { Refund, Transaction } from '../entities/payment';
import { decimal } from './decimal';
import { formatOrderLine } from './order-line';
import { time } from './time';

function formatTransaction(transaction: Transaction, kind: string, status: string | null) {
  return {
    id: transaction.id,
    order_id: transaction.orderId,
    amount: decimal(transaction.amount),
    kind,
    gateway: transaction.gateway,
    status,
    authorization: null,
    receipt: null,
    test: false,
    user_id: null,
    location_id: null,
    device_id: null,
    parent_id: transaction.parentId,
    payment_details: null,
    currency: 'VND',
    haravan_transaction_id: null,
    external_transaction_id: null,
    send_email: false,
    is_cod_gateway: false,
    created_at: time(transaction.createdAt),
  };
}

/** Kinds are capitalised on the transactions endpoint and nowhere else (haravan.md §2.21). */
export function formatTransactionAlone(transaction: Transaction) {
  const kind = transaction.kind.charAt(0).toUpperCase() + transaction.kind.slice(1);
  return formatTransaction(transaction, kind, 'success');
}

export function formatTransactionInOrder(transaction: Transaction) {
  return formatTransaction(transaction, transaction.kind, transaction.kind === 'pending' ? null : 'Thành công');
}

/** haravan.md §2.22 */
export function formatRefund(org: Org, order: Order, refund: Refund) {
  return {
    created_at: time(refund.createdAt),
    id: refund.id,
    note: refund.note,
    refund_line_items: refund.lines.map(({ id, lineId, quantity }) => {
      const line = order.lines.find((candidate) => candidate.id === lineId);
      return { id, line_item: line ? formatOrderLine(org, line) : null, line_item_id: lineId, quantity };
    }),
    restock: refund.restock,
    user_id: null,
    order_id: refund.orderId,
    location_id: refund.locationId,
    transactions: refund.transactions.map(formatTransactionInOrder),
  };
}
