import type { HaravanLineItem, HaravanOrder } from '@/src/clients/haravan/order';
import type { LazadaOrder } from '@/src/clients/lazada/order';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import type { OrderItemRecord, OrderRecord } from '@/src/sync/ports/order-imports';

export const ORDER_ID = '525106346980318';
export const ITEM_A = '525106347080318';
export const ITEM_B = '525106347180318';

const AT = new Date('2026-03-10T02:00:00Z');
const NO_MONEY = { voucherAmount: 0, voucherPlatform: 0, voucherSeller: 0, walletCredits: 0, taxAmount: 0 };
const NO_SHIPPING = {
  shippingAmount: 0,
  shippingFeeOriginal: 0,
  shippingFeeDiscountPlatform: 0,
  shippingFeeDiscountSeller: 0,
};
const NO_FLAGS = { isSellerOwnFleet: false, isFulfilledByLazada: false, isDigital: false, isReroute: false };

/** As the Lazada client answers; a pending unit of 150 000 ₫ unless said otherwise. */
export function lazadaItem(more: Partial<LazadaOrderItem> = {}): LazadaOrderItem {
  const item = { orderItemId: ITEM_A, orderId: ORDER_ID, sellerSku: 'AO-DEN-M', name: 'Áo thun', status: 'pending' };
  const money = { itemPrice: 150_000, paidPrice: 150_000, shippingServiceCost: 0, ...NO_MONEY, ...NO_SHIPPING };
  const rest = {
    createdAt: AT,
    updatedAt: AT,
    hasPaymentTimeField: true,
    needCancelConfirm: false,
    isCancelPending: false,
  };
  return { ...item, ...money, ...rest, ...NO_FLAGS, ...more };
}

export function lazadaOrder(more: Partial<LazadaOrder> = {}): LazadaOrder {
  return {
    ...{ orderId: ORDER_ID, orderNumber: ORDER_ID, statuses: ['pending'], itemsCount: 1, createdAt: AT, updatedAt: AT },
    ...{ price: 150_000, voucher: 0, voucherPlatform: 0, voucherSeller: 0, shippingFee: 0, shippingFeeOriginal: 0 },
    ...{ shippingFeeDiscountPlatform: 0, shippingFeeDiscountSeller: 0, paymentMethod: 'COD' },
    ...{ needCancelConfirm: false, isCancelPending: false, addressBilling: {} },
    addressShipping: {
      ...{ firstName: 'Nguyễn Văn Minh', phone: '84912345659', address1: '12 Nguyễn Thị Thập' },
      ...{ address3: 'Hồ Chí Minh', address4: 'Quận 7', address5: 'Phường Tân Phú' },
    },
    ...more,
  };
}

/** As stored, matched to variant 1 unless said otherwise. */
export function itemRecord(more: Partial<OrderItemRecord> = {}): OrderItemRecord {
  return {
    ...{
      orderItemId: ITEM_A,
      sellerSku: 'AO-DEN-M',
      code: 'AO-DEN-M',
      name: 'Áo thun',
      variation: '',
      status: 'pending',
    },
    ...{ itemPrice: 150_000, packageId: null, trackingCode: null, shipmentProvider: null, fulfilledByLazada: false },
    ...{
      reason: null,
      initiator: null,
      cancelRequestId: null,
      cancelRequestUntil: null,
      everShipped: false,
      variantId: '1',
      haravanLineId: null,
      haravanVariantId: null,
    },
    ...more,
  };
}

export function orderRecord(more: Partial<OrderRecord> = {}): OrderRecord {
  return {
    ...{
      lazadaOrderId: ORDER_ID,
      createdAt: AT,
      paymentMethod: 'COD',
      wasPaid: true,
      wanted: 1,
      attempts: 0,
      blockedBy: null,
      force: false,
      importAnyway: false,
    },
    ...{
      decision: 'waiting' as const,
      decisionReason: null,
      createState: 'none' as const,
      createStartedAt: null,
      createScans: 0,
    },
    ...{ haravanOrderId: null, importedAt: null, items: [itemRecord()], packages: [], doneActions: [] },
    detail: {
      buyer: { firstName: 'Nguyễn Văn Minh', lastName: '', phone: '84912345659' },
      address: {
        address1: '12 Nguyễn Thị Thập',
        address3: 'Hồ Chí Minh',
        address4: 'Quận 7',
        address5: 'Phường Tân Phú',
        city: '',
      },
      ...{ voucher: 0, shippingFee: 0, note: '', items: {} },
    },
    ...more,
  };
}

export function haravanLine(more: Partial<HaravanLineItem> = {}): HaravanLineItem {
  const line = { id: '70', variantId: '1', quantity: 1, price: 150_000, totalDiscount: 0 };
  return { ...line, properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: ITEM_A }], ...more };
}

/** As the Haravan client answers: ours, of one line. */
export function haravanOrder(more: Partial<HaravanOrder> = {}): HaravanOrder {
  return {
    ...{
      id: '9',
      name: ORDER_ID,
      createdAt: AT,
      isConfirmed: true,
      isCanceled: false,
      isClosed: false,
      financialStatus: 'pending',
    },
    ...{ subtotalPrice: 150_000, totalLineItemsPrice: 150_000, totalDiscounts: 0, totalPrice: 150_000 },
    ...{ noteAttributes: [], tags: [], lineItems: [haravanLine()], shippingLines: [], discountCodes: [] },
    ...{ fulfillments: [], refunds: [], transactions: [] },
    ...more,
  };
}
