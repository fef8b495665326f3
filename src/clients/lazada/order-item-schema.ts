import { z } from 'zod';
import { optionalVietnamInstant, vietnamInstant } from '../wire/instant';
import { amount, amountOrZero, flag, id, optionalId, optionalText, text } from '../wire/scalars';
import type { LazadaOrderItem } from './order-item';

const amounts = z.object({
  item_price: amount,
  paid_price: amount,
  voucher_amount: amountOrZero,
  voucher_platform: amountOrZero,
  voucher_seller: amountOrZero,
  wallet_credits: amountOrZero,
  tax_amount: amountOrZero,
  shipping_amount: amountOrZero,
  shipping_fee_original: amountOrZero,
  shipping_fee_discount_platform: amountOrZero,
  shipping_fee_discount_seller: amountOrZero,
  shipping_service_cost: amountOrZero,
});

const shipment = z.object({
  shipping_type: optionalText,
  shipping_provider_type: optionalText,
  shipment_provider: optionalText,
  tracking_code: optionalText,
  tracking_code_pre: optionalText,
  package_id: optionalId,
  purchase_order_id: optionalId,
  warehouse_code: optionalText,
  delivery_option_sof: flag,
  is_fbl: flag,
  is_digital: flag,
  is_reroute: flag,
  // Promises are shown, not decided on: an odd one must not hold the order back.
  sla_time_stamp: optionalVietnamInstant.catch(undefined),
  promised_shipping_time: optionalVietnamInstant.catch(undefined),
  fulfillment_sla: optionalText,
});

const ending = z.object({
  reason: optionalText,
  reason_detail: optionalText,
  return_status: optionalText,
  cancel_return_initiator: optionalText,
  need_cancel_confirm: flag,
  is_cancel_pending: flag,
  cancel_trigger_time: optionalVietnamInstant,
  reverse_order_id: optionalId,
});

const identity = z.object({
  order_item_id: id,
  order_id: id,
  sku: text,
  shop_sku: optionalText,
  sku_id: optionalId,
  product_id: optionalId,
  name: optionalText,
  variation: optionalText,
  status: text,
  currency: optionalText,
  created_at: vietnamInstant,
  updated_at: vietnamInstant,
  payment_time: optionalVietnamInstant,
  has_payment_time: z.boolean(),
  order_type: optionalText,
  order_flag: optionalText,
  invoice_number: optionalText,
  buyer_id: optionalId,
  shop_id: optionalText,
  product_main_image: optionalText,
  product_detail_url: optionalText,
});

function amountsOf(wire: z.infer<typeof amounts>) {
  return {
    itemPrice: wire.item_price,
    paidPrice: wire.paid_price,
    voucherAmount: wire.voucher_amount,
    voucherPlatform: wire.voucher_platform,
    voucherSeller: wire.voucher_seller,
    walletCredits: wire.wallet_credits,
    taxAmount: wire.tax_amount,
    shippingAmount: wire.shipping_amount,
    shippingFeeOriginal: wire.shipping_fee_original,
    shippingFeeDiscountPlatform: wire.shipping_fee_discount_platform,
    shippingFeeDiscountSeller: wire.shipping_fee_discount_seller,
    shippingServiceCost: wire.shipping_service_cost,
  };
}

function shipmentOf(wire: z.infer<typeof shipment>) {
  return {
    shippingType: wire.shipping_type,
    shippingProviderType: wire.shipping_provider_type,
    shipmentProvider: wire.shipment_provider,
    trackingCode: wire.tracking_code,
    trackingCodePre: wire.tracking_code_pre,
    packageId: wire.package_id,
    purchaseOrderId: wire.purchase_order_id,
    warehouseCode: wire.warehouse_code,
    isSellerOwnFleet: wire.delivery_option_sof,
    isFulfilledByLazada: wire.is_fbl,
    isDigital: wire.is_digital,
    isReroute: wire.is_reroute,
    slaTimeStamp: wire.sla_time_stamp,
    promisedShippingTime: wire.promised_shipping_time,
    fulfillmentSla: wire.fulfillment_sla,
  };
}

function endingOf(wire: z.infer<typeof ending>) {
  const initiator = wire.cancel_return_initiator;
  return {
    reason: wire.reason,
    reasonDetail: wire.reason_detail,
    returnStatus: wire.return_status,
    // Live items on which nothing happened say `null-null` (lazada.md §9.6).
    cancelReturnInitiator: initiator === 'null-null' ? undefined : initiator,
    needCancelConfirm: wire.need_cancel_confirm,
    isCancelPending: wire.is_cancel_pending,
    cancelTriggerTime: wire.cancel_trigger_time,
    reverseOrderId: wire.reverse_order_id,
  };
}

function identityOf(wire: z.infer<typeof identity>) {
  return {
    orderItemId: wire.order_item_id,
    orderId: wire.order_id,
    sellerSku: wire.sku,
    shopSku: wire.shop_sku,
    skuId: wire.sku_id,
    productId: wire.product_id,
    name: wire.name ?? '',
    variation: wire.variation,
    status: wire.status,
    currency: wire.currency,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    paymentTime: wire.payment_time,
    hasPaymentTimeField: wire.has_payment_time,
    orderType: wire.order_type,
    orderFlag: wire.order_flag,
    invoiceNumber: wire.invoice_number,
    buyerId: wire.buyer_id,
    shopName: wire.shop_id,
    imageUrl: wire.product_main_image,
    productUrl: wire.product_detail_url,
  };
}

/** Whether the field came at all decides how an empty one is read (design §4). */
function noticePaymentTime(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return { ...row, has_payment_time: 'payment_time' in row };
}

const wireItem = identity
  .extend(amounts.shape)
  .extend(shipment.shape)
  .extend(ending.shape)
  .transform(
    (wire): LazadaOrderItem => ({
      ...identityOf(wire),
      ...amountsOf(wire),
      ...shipmentOf(wire),
      ...endingOf(wire),
    }),
  );

export const orderItemSchema: z.ZodType<LazadaOrderItem> = z.preprocess(noticePaymentTime, wireItem);
