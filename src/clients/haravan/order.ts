import type { HaravanAddress } from './address';
import type { HaravanFulfillment } from './fulfillment';
import type { HaravanRefund } from './refund';
import type { HaravanTransaction } from './transaction';

export type HaravanAttribute = { name: string; value: string };

/** haravan.md §2.14. `productId` and `variantId` are absent on custom lines. */
export type HaravanLineItem = {
  id: string;
  productId?: string;
  variantId?: string;
  title?: string;
  variantTitle?: string;
  sku?: string;
  barcode?: string;
  quantity: number;
  /** Đồng per unit, after the line discount. */
  price: number;
  priceOriginal?: number;
  /** Đồng per unit. */
  totalDiscount: number;
  fulfillableQuantity?: number;
  /** `notfulfilled`, `fulfilled`, `restock`. */
  fulfillmentStatus?: string;
  properties: HaravanAttribute[];
};

/** haravan.md §2.14. Money in đồng. */
export type HaravanOrder = {
  id: string;
  name: string;
  orderNumber?: string;
  createdAt: Date;
  updatedAt?: Date;
  confirmedAt?: Date;
  canceledAt?: Date;
  closedAt?: Date;
  isConfirmed: boolean;
  isCanceled: boolean;
  isClosed: boolean;
  /** `pending`, `authorized`, `partially_paid` (also when spelled without `_`), `paid`, `partially_refunded`, `refunded`, `voided`. */
  financialStatus?: string;
  /** `notfulfilled`, `partial`, `fulfilled`. */
  fulfillmentStatus?: string;
  orderProcessingStatus?: string;
  cancelReason?: string;
  currency?: string;
  subtotalPrice: number;
  totalLineItemsPrice: number;
  totalDiscounts: number;
  totalPrice: number;
  source?: string;
  sourceName?: string;
  gateway?: string;
  gatewayCode?: string;
  locationId?: string;
  locationName?: string;
  email?: string;
  note?: string;
  noteAttributes: HaravanAttribute[];
  tags: string[];
  customerId?: string;
  shippingAddress?: HaravanAddress;
  billingAddress?: HaravanAddress;
  lineItems: HaravanLineItem[];
  shippingLines: { code?: string; title?: string; price: number }[];
  discountCodes: { code?: string; amount: number }[];
  fulfillments: HaravanFulfillment[];
  refunds: HaravanRefund[];
  transactions: HaravanTransaction[];
};
