import type { Address } from './customer';
import type { Fulfillment } from './fulfillment';
import type { Refund, Transaction } from './payment';

export type Order = {
  id: number;
  name: string;
  token: string;
  cartToken: string;
  createdAt: number;
  updatedAt: number;
  confirmedAt: number | null;
  canceledAt: number | null;
  closedAt: number | null;
  cancelReason: string | null;
  confirmUser: string | null;
  customerId: number;
  email: string;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  source: string | null;
  sourceName: string | null;
  landingSiteRef: string | null;
  gateway: string | null;
  gatewayCode: string;
  note: string | null;
  noteAttributes: NameValue[];
  tags: string[];
  locationId: number;
  /** Set by assigning it, in shops with advanced processing (haravan.md §2.17). */
  assigned: { locationId: number; at: number } | null;
  userId: string | null;
  lines: OrderLine[];
  shippingLines: ShippingLine[];
  discountCodes: DiscountCode[];
  totalDiscounts: number;
  /** Asked to be voided by a Void transaction. */
  voided: boolean;
  fulfillments: Fulfillment[];
  transactions: Transaction[];
  refunds: Refund[];
};

export type NameValue = { name: string; value: unknown };
export type ShippingLine = { code: string | null; title: string | null; price: number; source: string | null };
export type DiscountCode = { code: string; amount: number };

/** Prices and discounts are per unit (haravan.md §2.16). */
export type OrderLine = {
  id: number;
  productId: number | null;
  variantId: number | null;
  title: string;
  variantTitle: string;
  sku: string | null;
  barcode: string | null;
  vendor: string | null;
  type: string | null;
  /** Stock is counted for it, as it was when the order came. */
  tracked: boolean;
  quantity: number;
  price: number;
  unitDiscount: number;
  appliedDiscounts: { description: string | null; amount: number }[];
  properties: NameValue[];
  /** Units in fulfillments that were not called off. */
  fulfilled: number;
  /** Units that were canceled or refunded before they left. */
  removed: number;
  /** Units refunded, before or after they left. */
  refunded: number;
  /** Units that went back on the shelf. */
  restocked: number;
};

/** Units still to be fulfilled. For a tracked line that is also what it holds committed. */
export const fulfillableOf = (line: OrderLine): number => line.quantity - line.fulfilled - line.removed;
