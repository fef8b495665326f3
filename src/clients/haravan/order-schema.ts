import { z } from 'zod';
import { optionalUtcInstant, utcInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { absentable, amount, amountOrZero, count, id, optionalId, optionalText, text } from '../wire/scalars';
import { addressSchema } from './address';
import { tagList } from './fields';
import { fulfillmentSchema } from './fulfillment';
import type { HaravanLineItem, HaravanOrder } from './order';
import { refundSchema } from './refund';
import { transactionSchema } from './transaction';

const attribute = z
  .object({ name: text, value: optionalText })
  .transform(({ name, value }) => ({ name, value: value ?? '' }));

const lineItem = z
  .object({
    id,
    product_id: optionalId,
    variant_id: optionalId,
    title: optionalText,
    variant_title: optionalText,
    sku: optionalText,
    barcode: optionalText,
    quantity: count,
    price: amount,
    price_original: absentable(amount),
    total_discount: amountOrZero,
    fulfillable_quantity: absentable(count),
    fulfillment_status: optionalText,
    properties: list(attribute),
  })
  .transform(
    (wire): HaravanLineItem => ({
      id: wire.id,
      productId: wire.product_id,
      variantId: wire.variant_id,
      title: wire.title,
      variantTitle: wire.variant_title,
      sku: wire.sku,
      barcode: wire.barcode,
      quantity: wire.quantity,
      price: wire.price,
      priceOriginal: wire.price_original,
      totalDiscount: wire.total_discount,
      fulfillableQuantity: wire.fulfillable_quantity,
      fulfillmentStatus: wire.fulfillment_status,
      properties: wire.properties,
    }),
  );

const state = z.object({
  confirmed_at: optionalUtcInstant,
  cancelled_at: optionalUtcInstant,
  closed_at: optionalUtcInstant,
  confirmed_status: optionalText,
  cancelled_status: optionalText,
  closed_status: optionalText,
  financial_status: optionalText,
  fulfillment_status: optionalText,
  order_processing_status: optionalText,
  cancel_reason: optionalText,
});

const money = z.object({
  currency: optionalText,
  subtotal_price: amountOrZero,
  total_line_items_price: amountOrZero,
  total_discounts: amountOrZero,
  total_price: amount,
});

const identity = z.object({
  id,
  name: optionalText,
  order_number: optionalText,
  created_at: utcInstant,
  updated_at: optionalUtcInstant,
  source: optionalText,
  source_name: optionalText,
  gateway: optionalText,
  gateway_code: optionalText,
  location_id: optionalId,
  location_name: optionalText,
  email: optionalText,
  note: optionalText,
  note_attributes: list(attribute),
  tags: tagList,
  customer: absentable(z.object({ id: optionalId })),
  shipping_address: absentable(addressSchema),
  billing_address: absentable(addressSchema),
});

const contents = z.object({
  line_items: list(lineItem),
  shipping_lines: list(z.object({ code: optionalText, title: optionalText, price: amountOrZero })),
  discount_codes: list(z.object({ code: optionalText, amount: amountOrZero })),
  fulfillments: list(fulfillmentSchema),
  refunds: list(refundSchema),
  transactions: list(transactionSchema),
});

/** `partiallypaid` is `partially_paid` (haravan.md §2.14). */
function spelled(status: string | undefined): string | undefined {
  return status?.replace(/^partially_?(paid|refunded)$/, 'partially_$1');
}

function stateOf(wire: z.infer<typeof state>) {
  return {
    confirmedAt: wire.confirmed_at,
    canceledAt: wire.cancelled_at,
    closedAt: wire.closed_at,
    isConfirmed: wire.confirmed_status === 'confirmed' || wire.confirmed_at !== undefined,
    isCanceled: wire.cancelled_status === 'cancelled' || wire.cancelled_at !== undefined,
    isClosed: wire.closed_status === 'closed' || wire.closed_at !== undefined,
    financialStatus: spelled(wire.financial_status),
    fulfillmentStatus: wire.fulfillment_status,
    orderProcessingStatus: wire.order_processing_status,
    cancelReason: wire.cancel_reason,
  };
}

function moneyOf(wire: z.infer<typeof money>) {
  return {
    currency: wire.currency,
    subtotalPrice: wire.subtotal_price,
    totalLineItemsPrice: wire.total_line_items_price,
    totalDiscounts: wire.total_discounts,
    totalPrice: wire.total_price,
  };
}

function identityOf(wire: z.infer<typeof identity>) {
  return {
    id: wire.id,
    name: wire.name ?? wire.order_number ?? '',
    orderNumber: wire.order_number,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    source: wire.source,
    sourceName: wire.source_name,
    gateway: wire.gateway,
    gatewayCode: wire.gateway_code,
    locationId: wire.location_id,
    locationName: wire.location_name,
    email: wire.email,
    note: wire.note,
    noteAttributes: wire.note_attributes,
    tags: wire.tags,
    customerId: wire.customer?.id,
    shippingAddress: wire.shipping_address,
    billingAddress: wire.billing_address,
  };
}

export const orderSchema: z.ZodType<HaravanOrder> = identity
  .extend(state.shape)
  .extend(money.shape)
  .extend(contents.shape)
  .transform(
    (wire): HaravanOrder => ({
      ...identityOf(wire),
      ...stateOf(wire),
      ...moneyOf(wire),
      lineItems: wire.line_items,
      shippingLines: wire.shipping_lines,
      discountCodes: wire.discount_codes,
      fulfillments: wire.fulfillments,
      refunds: wire.refunds,
      transactions: wire.transactions,
    }),
  );
