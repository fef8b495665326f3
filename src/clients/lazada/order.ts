/**
 * As sent: which level stands in address3–5 differs by shop (lazada.md §9.5): usually province, district, ward.
 * Any part may be masked with `*`.
 */
export type LazadaAddress = {
  firstName?: string;
  lastName?: string;
  phone?: string;
  phone2?: string;
  address1?: string;
  address2?: string;
  address3?: string;
  address4?: string;
  address5?: string;
  /** The misspelt `addressDsitrict`, or `addressDistrict`. */
  district?: string;
  city?: string;
  postCode?: string;
  country?: string;
};

/** An order header (lazada.md §9.5). Amounts in đồng; the buyer paid price − voucher + shippingFee. */
export type LazadaOrder = {
  /** Unique only within one shop. */
  orderId: string;
  orderNumber: string;
  /** The distinct statuses of its items. */
  statuses: string[];
  itemsCount: number;
  createdAt: Date;
  updatedAt: Date;
  addressUpdatedAt?: Date;
  /** Sum of item prices before vouchers and shipping. */
  price: number;
  /** voucherPlatform + voucherSeller. */
  voucher: number;
  voucherPlatform: number;
  voucherSeller: number;
  voucherCode?: string;
  /** Already net of shipping discounts. */
  shippingFee: number;
  shippingFeeOriginal: number;
  shippingFeeDiscountPlatform: number;
  shippingFeeDiscountSeller: number;
  /** `COD`, `MOMO_WALLET`, … (lazada.md §9.9). */
  paymentMethod?: string;
  customerFirstName?: string;
  customerLastName?: string;
  warehouseCode?: string;
  promisedShippingTimes?: string;
  buyerNote?: string;
  remarks?: string;
  giftMessage?: string;
  taxCode?: string;
  nationalRegistrationNumber?: string;
  /** JSON text, as sent. */
  extraAttributes?: string;
  needCancelConfirm: boolean;
  isCancelPending: boolean;
  addressShipping: LazadaAddress;
  addressBilling: LazadaAddress;
};
