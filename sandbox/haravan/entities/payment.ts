export const TRANSACTION_KINDS = ['pending', 'authorization', 'capture', 'sale', 'void', 'refund'] as const;
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

export type Transaction = {
  id: number;
  orderId: number;
  kind: TransactionKind;
  /** Negative when it belongs to a refund (haravan.md §2.22). */
  amount: number;
  gateway: string | null;
  parentId: number | null;
  createdAt: number;
};

export type Refund = {
  id: number;
  orderId: number;
  createdAt: number;
  note: string | null;
  restock: boolean;
  locationId: number;
  lines: { id: number; lineId: number; quantity: number }[];
  transactions: Transaction[];
};
