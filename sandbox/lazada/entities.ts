import type { ItemStatus } from './item-states';
import type { Reverse } from './reverse/reverse-order';

/** What the sandbox keeps. How it looks on the wire is decided in `wire/`. Money is whole đồng, times are ms. */
export type Seller = {
  sellerId: string;
  shortCode: string;
  name: string;
  email: string;
  password: string;
  country: string;
  status: 'ACTIVE' | 'INACTIVE';
  verified: boolean;
  /** Marketplace Ease Mode: most APIs refuse such a shop (`Mp3SellerApiLimit`). */
  easeMode: boolean;
  /** Codes of warehouses besides `dropshipping`; all stock is there all the same (lazada.md §5.2). */
  moreWarehouses: string[];
  items: Map<number, Item>;
  skus: Map<number, Sku>;
  orders: Map<string, Order>;
  packages: Map<string, Package>;
  reverses: Map<string, Reverse>;
  adjustments: Adjustment[];
};

/** A line on the account that no rule explains, such as shipping that was charged too high. */
export type Adjustment = { orderId: string; orderItemId: string; feeName: string; amount: number; at: number };

export type Item = {
  itemId: number;
  name: string;
  image: string;
  createdAt: number;
  updatedAt: number;
  deleted: boolean;
  /** Quality control (push type 1). */
  review: { state: ReviewState; reason: string };
  attributes: Record<string, string>;
  skus: Sku[];
};

export type ReviewState = 'pending' | 'approved' | 'rejected' | 'locked';

export type Sku = {
  skuId: number;
  itemId: number;
  sellerSku: string;
  status: 'active' | 'inactive';
  price: number;
  specialPrice: number | null;
  /** `yyyy-MM-dd`; null: the special price holds until further notice. */
  specialPeriod: { from: string; to: string } | null;
  /** Prices outside are refused. Both bounds at most 10: read as shares of the present list price. */
  priceRange: [number, number] | null;
  /** Units inside `sellable` that a campaign holds (lazada.md §8). */
  campaignLock: number;
  /** When the campaign lets go by itself; null: it does not. */
  campaignEndsAt: number | null;
  /** The policy lock of code 4162: every write is refused. */
  editLocked: boolean;
  fulfilledByLazada: boolean;
  /** Delivered by the seller's word alone. */
  digital: boolean;
  /** The shop's own drivers bring it (`delivery_option_sof`). */
  ownFleet: boolean;
  saleProp: Record<string, string>;
  sellable: number;
  withheld: number;
  occupied: number;
  priceWrites: number;
  quantityWrites: number;
};

export type Buyer = {
  buyerId: string;
  name: string;
  phone: string;
  province: string;
  district: string;
  ward: string;
  address: string;
};

export type PaymentMethod = 'COD' | 'MOMO_WALLET';

export type Order = {
  orderId: string;
  createdAt: number;
  updatedAt: number;
  paymentMethod: PaymentMethod;
  paidAt: number | null;
  /** When an unpaid order is cancelled by the platform. */
  unpaidUntil: number | null;
  voucherSeller: number;
  voucherPlatform: number;
  /** What the buyer pays for shipping, the platform's discount already taken off. */
  shippingFee: number;
  shippingFeePlatformDiscount: number;
  buyer: Buyer;
  /** How many ids after those of its items the order has given away. */
  reverseIds: number;
  /** Delivered, but Lazada does not pay it out. */
  payoutHeld: boolean;
  items: OrderItem[];
};

/** One unit (lazada.md §9.4). Name, price and codes are those of the moment of sale. */
export type OrderItem = {
  orderItemId: string;
  itemId: number;
  skuId: number;
  sellerSku: string;
  name: string;
  image: string;
  status: ItemStatus;
  statusAt: number;
  itemPrice: number;
  voucherSeller: number;
  voucherPlatform: number;
  shippingAmount: number;
  shippingDiscountPlatform: number;
  fulfilledByLazada: boolean;
  digital: boolean;
  ownFleet: boolean;
  /** Every status it had, oldest first. */
  history: { status: ItemStatus; at: number }[];
  /** What the platform does by itself when the time comes. */
  autoStep: { to: ItemStatus; at: number } | null;
  invoiceNumber: string;
  packageId: string;
  trackingCode: string;
  reason: string;
  cancelInitiator: string;
  reverseOrderId: string;
  reverseLineId: string;
  /** `agreed`: the seller said yes, logistics has yet to confirm. */
  cancelRequest: { reason: string; autoCancelAt: number; agreed: boolean } | null;
};

export type Package = {
  packageId: string;
  orderId: string;
  orderItemIds: string[];
  trackingNumber: string;
  shipmentProvider: string;
  packedAt: number;
  state: 'packed' | 'ready_to_ship' | 'dissolved' | 'canceled';
};

export type AuthorizationCode = { code: string; sellerId: string; expiresAt: number; used: boolean };

/** Tokens of one authorization. The refresh deadline is that of the authorization and never moves (lazada.md §2.6). */
export type Grant = {
  sellerId: string;
  accessToken: string;
  accessExpiresAt: number;
  refreshToken: string;
  refreshExpiresAt: number;
  /** When the seller was last warned that the token lapses (push type 8). */
  warnedAt: number | null;
};
