/** One unit of an order: two pieces of a SKU are two items (lazada.md §9.4, §9.6). Amounts in đồng. */
export type LazadaOrderItem = {
  orderItemId: string;
  orderId: string;
  sellerSku: string;
  shopSku?: string;
  skuId?: string;
  /** Lazada's itemId. */
  productId?: string;
  name: string;
  variation?: string;
  /** As sent; the list is open (lazada.md §10.1). */
  status: string;
  itemPrice: number;
  paidPrice: number;
  voucherAmount: number;
  voucherPlatform: number;
  voucherSeller: number;
  walletCredits: number;
  taxAmount: number;
  shippingAmount: number;
  shippingFeeOriginal: number;
  shippingFeeDiscountPlatform: number;
  shippingFeeDiscountSeller: number;
  shippingServiceCost: number;
  currency?: string;
  createdAt: Date;
  updatedAt: Date;
  /** When it was paid; absent when unpaid, or when Lazada did not send the field. */
  paymentTime?: Date;
  /** False on shapes older than 2024, where an absent `paymentTime` says nothing (design §4). */
  hasPaymentTimeField: boolean;
  /** The deadline for ready-to-ship. */
  slaTimeStamp?: Date;
  promisedShippingTime?: Date;
  fulfillmentSla?: string;
  orderType?: string;
  orderFlag?: string;
  /** `Dropshipping` or `Warehouse`. */
  shippingType?: string;
  shippingProviderType?: string;
  /** May be filled before packing. */
  shipmentProvider?: string;
  trackingCode?: string;
  trackingCodePre?: string;
  packageId?: string;
  purchaseOrderId?: string;
  warehouseCode?: string;
  /** `delivery_option_sof` = 1. */
  isSellerOwnFleet: boolean;
  isFulfilledByLazada: boolean;
  isDigital: boolean;
  isReroute: boolean;
  invoiceNumber?: string;
  reason?: string;
  reasonDetail?: string;
  returnStatus?: string;
  /** `cancellation-customer`, …; absent for Lazada's `null-null`. */
  cancelReturnInitiator?: string;
  buyerId?: string;
  /** Lazada calls it `shop_id`; it is a name. */
  shopName?: string;
  imageUrl?: string;
  productUrl?: string;
  needCancelConfirm: boolean;
  isCancelPending: boolean;
  /** When an unanswered cancel request of the buyer takes effect. */
  cancelTriggerTime?: Date;
  reverseOrderId?: string;
};
