import type { HaravanAddress } from './address';
import type { HaravanAttribute } from './order';

/** A line of a known variant, or a custom line when `variantId` is absent (then `title` and `sku` speak for it). */
export type HaravanLineDraft = {
  variantId?: string;
  productId?: string;
  title?: string;
  sku?: string;
  barcode?: string;
  quantity: number;
  /** Đồng per unit, after the line discount (haravan.md §2.16). */
  price: number;
  /** Đồng for the whole line. */
  totalDiscount?: number;
  properties?: HaravanAttribute[];
};

/** Accepted by POST /orders.json (haravan.md §2.16). Whatever is absent is not sent. */
export type HaravanOrderDraft = {
  /** Any text; marketplace orders carry the marketplace's number. */
  name?: string;
  lineItems: HaravanLineDraft[];
  customerId?: string;
  email?: string;
  shippingAddress?: HaravanAddress;
  billingAddress?: HaravanAddress;
  financialStatus?: 'pending' | 'paid' | 'partially_paid' | 'authorized';
  fulfillmentStatus?: 'fulfilled';
  transactions?: { kind: 'pending' | 'capture' | 'sale' | 'authorization'; amount: number }[];
  discountCodes?: { code: string; amount: number }[];
  totalDiscounts?: number;
  shippingLines?: { code: string; title: string; price: number }[];
  isCodGateway?: boolean;
  gateway?: string;
  isConfirm?: boolean;
  source?: string;
  sourceName?: string;
  /** Absent: Haravan's default location takes the order. */
  locationId?: string;
  tags?: string[];
  note?: string;
  noteAttributes?: HaravanAttribute[];
};
