export type Location = {
  id: number;
  name: string;
  isPrimary: boolean;
  /** `default`, or `ontheroad` for goods in transit (haravan.md §2.5). */
  type: string;
  isUnavailableQuantity: boolean;
  createdAt: number;
};

/** Stock of one variant at one location; the first two may be negative. Available = onHand - committed. */
export type StockRow = {
  id: number;
  locationId: number;
  variantId: number;
  productId: number;
  onHand: number;
  committed: number;
  /** On its way here from another location. */
  incoming: number;
  updatedAt: number;
};

export const stockKey = (locationId: number, variantId: number): string => `${locationId}:${variantId}`;
