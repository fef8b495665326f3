/** A change of what is on hand, with its reason (haravan.md §2.11). */
export type Adjustment = {
  id: number;
  /** `IA100001` */
  number: string;
  locationId: number;
  type: 'adjust' | 'set';
  reason: string;
  note: string | null;
  tags: string | null;
  lines: DocumentLine[];
  createdAt: number;
};

/** `quantity`: for an adjustment the difference that it made. */
export type DocumentLine = { id: number; productId: number; variantId: number; quantity: number; costAmount: number };

/** Goods on their way from one location to another (haravan.md §2.12). */
export type Transfer = {
  id: number;
  /** `IT100001` */
  number: string;
  status: 'Active' | 'Received';
  fromLocationId: number;
  toLocationId: number;
  note: string | null;
  reason: string | null;
  lines: DocumentLine[];
  createdUser: string | null;
  receivedUser: string | null;
  createdAt: number;
  receivedAt: number | null;
};
