import { z } from 'zod';
import { optionalVietnamInstant, vietnamInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { amount, amountOrZero, countOrZero, flag, id, optionalText, text } from '../wire/scalars';
import type { LazadaAddress, LazadaOrder } from './order';

const address = z
  .object({
    first_name: optionalText,
    last_name: optionalText,
    phone: optionalText,
    phone2: optionalText,
    address1: optionalText,
    address2: optionalText,
    address3: optionalText,
    address4: optionalText,
    address5: optionalText,
    addressDsitrict: optionalText,
    addressDistrict: optionalText,
    city: optionalText,
    post_code: optionalText,
    country: optionalText,
  })
  .transform((wire): LazadaAddress => {
    const { first_name, last_name, post_code, addressDsitrict, addressDistrict, ...same } = wire;
    const district = addressDsitrict ?? addressDistrict;
    return { ...same, firstName: first_name, lastName: last_name, postCode: post_code, district };
  });

const addressOrEmpty = z.preprocess((value) => (value === '' || value === null ? {} : (value ?? {})), address);

const money = z.object({
  price: amount,
  voucher: amountOrZero,
  voucher_platform: amountOrZero,
  voucher_seller: amountOrZero,
  shipping_fee: amount,
  shipping_fee_original: amountOrZero,
  shipping_fee_discount_platform: amountOrZero,
  shipping_fee_discount_seller: amountOrZero,
});

const wireOrder = money.extend({
  order_id: id,
  order_number: optionalText,
  statuses: list(text),
  items_count: countOrZero,
  created_at: vietnamInstant,
  updated_at: vietnamInstant,
  address_updated_at: optionalVietnamInstant.catch(undefined),
  voucher_code: optionalText,
  payment_method: optionalText,
  customer_first_name: optionalText,
  customer_last_name: optionalText,
  warehouse_code: optionalText,
  promised_shipping_times: optionalText,
  buyer_note: optionalText,
  remarks: optionalText,
  gift_message: optionalText,
  tax_code: optionalText,
  national_registration_number: optionalText,
  extra_attributes: optionalText.catch(undefined),
  need_cancel_confirm: flag,
  is_cancel_pending: flag,
  address_shipping: addressOrEmpty,
  address_billing: addressOrEmpty,
});

function moneyOf(wire: z.infer<typeof money>) {
  return {
    price: wire.price,
    voucher: wire.voucher,
    voucherPlatform: wire.voucher_platform,
    voucherSeller: wire.voucher_seller,
    shippingFee: wire.shipping_fee,
    shippingFeeOriginal: wire.shipping_fee_original,
    shippingFeeDiscountPlatform: wire.shipping_fee_discount_platform,
    shippingFeeDiscountSeller: wire.shipping_fee_discount_seller,
  };
}

export const orderSchema: z.ZodType<LazadaOrder> = wireOrder.transform(
  (wire): LazadaOrder => ({
    ...moneyOf(wire),
    orderId: wire.order_id,
    orderNumber: wire.order_number ?? wire.order_id,
    statuses: wire.statuses,
    itemsCount: wire.items_count,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    addressUpdatedAt: wire.address_updated_at,
    voucherCode: wire.voucher_code,
    paymentMethod: wire.payment_method,
    customerFirstName: wire.customer_first_name,
    customerLastName: wire.customer_last_name,
    warehouseCode: wire.warehouse_code,
    promisedShippingTimes: wire.promised_shipping_times,
    buyerNote: wire.buyer_note,
    remarks: wire.remarks,
    giftMessage: wire.gift_message,
    taxCode: wire.tax_code,
    nationalRegistrationNumber: wire.national_registration_number,
    extraAttributes: wire.extra_attributes,
    needCancelConfirm: wire.need_cancel_confirm,
    isCancelPending: wire.is_cancel_pending,
    addressShipping: wire.address_shipping,
    addressBilling: wire.address_billing,
  }),
);
