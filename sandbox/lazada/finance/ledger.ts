import type { Order, OrderItem, Seller } from '../entities';
import type { ItemStatus } from '../item-states';

/** One line on the shop's account. `amount` in whole đồng, negative when taken from the shop. */
export type LedgerRow = {
  number: string;
  order: Order;
  item: OrderItem;
  at: number;
  type: string;
  feeName: string;
  feeType: number;
  amount: number;
};

type Rule = { type: string; feeName: string; feeType: number; amount: (item: OrderItem) => number };

const SALE = 'Orders-Sales';
const FEE = 'Orders-Lazada Fees';

/** Rates are the simulator's: no source gives Vietnam's by category. Names as they stand in statements. */
const ON_DELIVERY: readonly Rule[] = [
  { type: SALE, feeName: 'Item Price Credit', feeType: 13, amount: (item) => item.itemPrice },
  { type: SALE, feeName: 'Shipping Fee (Paid By Customer)', feeType: 8, amount: (item) => item.shippingAmount },
  { type: FEE, feeName: 'Commission', feeType: 16, amount: (item) => -share(item.itemPrice, 4) },
  { type: FEE, feeName: 'Payment Fee', feeType: 3, amount: (item) => -share(item.itemPrice, 3) },
  {
    type: FEE,
    feeName: 'Shipping Fee Paid by Seller',
    feeType: 7,
    amount: (item) => -(item.shippingAmount + item.shippingDiscountPlatform),
  },
  {
    type: SALE,
    feeName: 'Shipping Fee Voucher (by Lazada)',
    feeType: 28,
    amount: (item) => item.shippingDiscountPlatform,
  },
  { type: SALE, feeName: 'Promotional Charges Vouchers', feeType: 20, amount: (item) => -item.voucherSeller },
];
const ON_RETURN: readonly Rule[] = [
  { type: 'Refunds-Claims', feeName: 'Reversal Item Price', feeType: 14, amount: (item) => -item.itemPrice },
  {
    type: 'Refunds-Lazada Fees',
    feeName: 'Reversal Commission',
    feeType: 15,
    amount: (item) => share(item.itemPrice, 4),
  },
];

/** Everything that was ever booked for a shop, oldest first. Rows follow from what happened to each unit. */
export function ledgerOf(seller: Seller): LedgerRow[] {
  const rows = [...seller.orders.values()].flatMap((order) => [
    ...order.items.flatMap((item) => booked(order, item, 'delivered', ON_DELIVERY)),
    ...order.items.flatMap((item) => (wasDelivered(item) ? booked(order, item, 'returned', ON_RETURN) : [])),
  ]);
  return [...rows, ...adjustmentsOf(seller)].sort((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1));
}

function booked(order: Order, item: OrderItem, status: ItemStatus, rules: readonly Rule[]): LedgerRow[] {
  const at = item.history.find((past) => past.status === status)?.at;
  if (at === undefined) return [];
  const rows = rules.map(({ amount, ...rule }) => ({ ...rule, order, item, at, amount: amount(item) }));
  return rows
    .filter((row) => row.amount !== 0)
    .map((row) => ({ ...row, number: `${item.orderItemId}-${row.feeType}` }));
}

function adjustmentsOf(seller: Seller): LedgerRow[] {
  return seller.adjustments.flatMap(({ orderId, orderItemId, feeName, amount, at }, index) => {
    const order = seller.orders.get(orderId);
    const item = order?.items.find((candidate) => candidate.orderItemId === orderItemId);
    if (!order || !item) return [];
    return [{ number: `${orderItemId}-A${index + 1}`, order, item, at, type: FEE, feeName, feeType: 99, amount }];
  });
}

function wasDelivered(item: OrderItem): boolean {
  return item.history.some(({ status }) => status === 'delivered');
}

function share(amount: number, percent: number): number {
  return Math.round((amount * percent) / 100);
}
