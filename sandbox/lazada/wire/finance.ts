import type { LedgerRow } from '../finance/ledger';
import { isPaidOut, type Statement, statementWords, wordyDay } from '../finance/statements';
import { shopTime } from './shop-time';
import { shopSkuOf } from './product';

/** A row of `/finance/transaction/details/get`: everything is text, amounts with two decimals (lazada.md §13). */
export function transactionOnWire(row: LedgerRow, now: number): Record<string, string> {
  return {
    order_no: row.order.orderId,
    orderItem_no: row.item.orderItemId,
    orderItem_status: row.item.status,
    transaction_number: row.number,
    transaction_type: row.type,
    transaction_date: wordyDay(row.at),
    fee_name: row.feeName,
    fee_type: String(row.feeType),
    amount: row.amount.toFixed(2),
    VAT_in_amount: '0.00',
    WHT_amount: '0.00',
    WHT_included_in_amount: 'No',
    paid_status: isPaidOut(row, now) ? 'Paid' : 'Not paid',
    statement: statementWords(row.at),
    seller_sku: row.item.sellerSku,
    lazada_sku: shopSkuOf(row.item),
    reference: '',
    payment_ref_id: '',
    shipping_provider: '',
    shipping_speed: '',
    shipment_type: '',
    details: row.item.name,
    comment: '',
  };
}

/** A statement of `/finance/payout/status/get`; `paid` is "0" or "1", the payout carries its currency. */
export function payoutOnWire(statement: Statement): Record<string, string> {
  const sum = (test: (row: LedgerRow) => boolean) =>
    statement.rows
      .filter(test)
      .reduce((total, row) => total + row.amount, 0)
      .toFixed(2);
  const isRefund = (row: LedgerRow) => row.type.startsWith('Refunds');
  const isShipping = (row: LedgerRow) => row.feeName.startsWith('Shipping');
  const isItem = (row: LedgerRow) => row.feeName === 'Item Price Credit';
  return {
    statement_number: statement.number,
    created_at: shopTime(statement.from, true),
    updated_at: shopTime(statement.to, true),
    opening_balance: statement.openingBalance.toFixed(2),
    closing_balance: statement.closingBalance.toFixed(2),
    payout: `${statement.closingBalance.toFixed(2)} VND`,
    paid: statement.paid ? '1' : '0',
    item_revenue: sum(isItem),
    shipment_fee: sum(isShipping),
    shipment_fee_credit: '0.00',
    fees_total: sum((row) => !isItem(row) && !isShipping(row) && !isRefund(row)),
    refunds: sum(isRefund),
  };
}
