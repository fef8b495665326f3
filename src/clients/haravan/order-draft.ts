import { wireId } from '../http/params';
import { type HaravanAddress, toWireAddress } from './address';
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

function toWireLine(line: HaravanLineDraft) {
  return {
    variant_id: line.variantId && wireId(line.variantId),
    product_id: line.productId && wireId(line.productId),
    title: line.title,
    sku: line.sku,
    barcode: line.barcode,
    quantity: line.quantity,
    price: line.price,
    total_discount: line.totalDiscount,
    properties: line.properties,
  };
}

/** The buyer and the merchant get no mail: the marketplace has told them. */
export function toWireOrder(draft: HaravanOrderDraft) {
  return {
    name: draft.name,
    line_items: draft.lineItems.map(toWireLine),
    customer: draft.customerId && { id: wireId(draft.customerId) },
    email: draft.email,
    shipping_address: toWireAddress(draft.shippingAddress),
    billing_address: toWireAddress(draft.billingAddress),
    financial_status: draft.financialStatus,
    fulfillment_status: draft.fulfillmentStatus,
    transactions: draft.transactions,
    discount_codes: draft.discountCodes?.map((discount) => ({ ...discount, is_coupon_code: false })),
    total_discounts: draft.totalDiscounts,
    shipping_lines: draft.shippingLines,
    is_cod_gateway: draft.isCodGateway,
    gateway: draft.gateway,
    is_confirm: draft.isConfirm,
    source: draft.source,
    source_name: draft.sourceName,
    location_id: draft.locationId && wireId(draft.locationId),
    tags: draft.tags?.join(','),
    note: draft.note,
    note_attributes: draft.noteAttributes,
    send_receipt: false,
    send_fulfillment_receipt: false,
  };
}
