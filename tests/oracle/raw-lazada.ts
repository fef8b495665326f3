/** What `GET /__sandbox/state` of Lazada answers, as far as the oracle reads it. Money is whole đồng, times are ms. */
export type LazadaState = { sellers: LazadaSeller[] };

export type LazadaSeller = {
  sellerId: string;
  name: string;
  items: { itemId: number; name: string; skus: LazadaSku[] }[];
  orders: LazadaOrder[];
};

export type LazadaSku = {
  skuId: number;
  sellerSku: string;
  price: number;
  specialPrice: number | null;
  priceRange: [number, number] | null;
  sellable: number;
  status: 'active' | 'inactive';
  priceWrites: number;
  quantityWrites: number;
};

export type LazadaOrder = {
  orderId: string;
  paymentMethod: string;
  /** For cash on delivery, when it was delivered. */
  paidAt: number | null;
  voucherSeller: number;
  voucherPlatform: number;
  shippingFee: number;
  buyer: { name: string; phone: string; province: string; district: string; ward: string; address: string };
  items: LazadaOrderItem[];
};

export type LazadaOrderItem = {
  orderItemId: string;
  sellerSku: string;
  status: string;
  itemPrice: number;
  packageId: string;
};
