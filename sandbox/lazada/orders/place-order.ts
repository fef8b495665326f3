import { takeFromSale } from '../buckets';
import { ControlRefusal } from '../control-refusal';
import type { Item, Order, OrderItem, PaymentMethod, Seller, Sku } from '../entities';
import type { Platform } from '../platform';
import { type BuyerRequest, resolveBuyer } from './buyers';
import { nextOrderId, nthIdAfter } from './order-numbers';
import { shareOut } from './share-out';
import { tellIfShallow } from './shallow-stock';
import { wholeSecond } from './whole-second';

export type OrderRequest = {
  lines: { sellerSku: string; quantity: number }[];
  payment?: PaymentMethod;
  /** Only for prepaid orders; true unless said otherwise. COD is never `unpaid`. */
  paid?: boolean;
  voucherSeller?: number;
  voucherPlatform?: number;
  shippingFee?: number;
  shippingFeePlatformDiscount?: number;
  buyer?: Partial<BuyerRequest>;
  /** One checkout over several shops gives each the same id. */
  orderId?: string;
};

type Line = { item: Item; sku: Sku; quantity: number };

const UNPAID_LIFE_MS = 30 * 60_000;

/** A buyer's checkout. More than is on sale is refused, and then nothing has happened. */
export function placeOrder(platform: Platform, seller: Seller, request: OrderRequest): Order {
  const lines = request.lines.map((line) => ({ ...findOffer(seller, line.sellerSku), quantity: line.quantity }));
  refuseAboveSellable(lines);
  const order = buildOrder(platform, seller, request, lines);
  const status = order.unpaidUntil === null ? 'pending' : 'unpaid';
  for (const { sku, quantity } of lines) {
    const before = sku.sellable;
    takeFromSale(sku, status, quantity);
    tellIfShallow(platform, seller, sku, before);
  }
  seller.orders.set(order.orderId, order);
  if (order.unpaidUntil !== null) {
    platform.store.waiting.set(order, seller);
    platform.rearm();
  }
  for (const item of order.items) platform.pushes.itemStatus(seller, order, item);
  return order;
}

function findOffer(seller: Seller, sellerSku: string): { item: Item; sku: Sku } {
  const candidates = [...seller.skus.values()].filter((sku) => sku.sellerSku === sellerSku);
  const sku = candidates.find((candidate) => candidate.status === 'active') ?? candidates[0];
  const item = sku && seller.items.get(sku.itemId);
  if (!sku || !item) throw new ControlRefusal(404, `no SKU ${sellerSku} in this shop`);
  if (sku.status !== 'active' || item.review.state !== 'approved')
    throw new ControlRefusal(409, `${sellerSku} is not on sale`);
  return { item, sku };
}

function refuseAboveSellable(lines: readonly Line[]): void {
  const wanted = new Map<Sku, number>();
  for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  for (const [sku, quantity] of wanted) {
    if (quantity > sku.sellable)
      throw new ControlRefusal(409, `${sku.sellerSku}: ${sku.sellable} sellable, ${quantity} asked`);
  }
}

function buildOrder(platform: Platform, seller: Seller, request: OrderRequest, lines: readonly Line[]): Order {
  const now = wholeSecond(platform.clock.now());
  const units = lines.flatMap((line) => Array.from({ length: line.quantity }, () => line));
  const buyer = resolveBuyer(platform, request.buyer);
  const orderId = request.orderId ?? nextOrderId(platform, buyer.buyerId, units.length);
  if (seller.orders.has(orderId)) throw new ControlRefusal(409, `order ${orderId} exists in this shop`);
  const paymentMethod = request.payment ?? 'COD';
  const waits = paymentMethod !== 'COD' && request.paid === false;
  const order: Order = {
    orderId,
    createdAt: now,
    updatedAt: now,
    paymentMethod,
    paidAt: waits || paymentMethod === 'COD' ? null : now,
    unpaidUntil: waits ? now + UNPAID_LIFE_MS : null,
    voucherSeller: request.voucherSeller ?? 0,
    voucherPlatform: request.voucherPlatform ?? 0,
    shippingFee: request.shippingFee ?? 0,
    shippingFeePlatformDiscount: request.shippingFeePlatformDiscount ?? 0,
    buyer,
    reverseIds: 0,
    payoutHeld: false,
    items: [],
  };
  order.items = buildItems(order, units);
  return order;
}

function buildItems(order: Order, units: readonly Line[]): OrderItem[] {
  const prices = units.map(({ sku }) => sku.specialPrice ?? sku.price);
  const each = units.map(() => 1);
  const voucherSeller = shareOut(order.voucherSeller, prices);
  const voucherPlatform = shareOut(order.voucherPlatform, prices);
  const shipping = shareOut(order.shippingFee, each);
  const shippingDiscount = shareOut(order.shippingFeePlatformDiscount, each);
  return units.map(({ item, sku }, index) => ({
    orderItemId: nthIdAfter(order.orderId, index + 1),
    itemId: item.itemId,
    skuId: sku.skuId,
    sellerSku: sku.sellerSku,
    name: item.name,
    image: item.image,
    status: order.unpaidUntil === null ? 'pending' : 'unpaid',
    statusAt: order.createdAt,
    itemPrice: prices[index] ?? 0,
    voucherSeller: voucherSeller[index] ?? 0,
    voucherPlatform: voucherPlatform[index] ?? 0,
    shippingAmount: shipping[index] ?? 0,
    shippingDiscountPlatform: shippingDiscount[index] ?? 0,
    fulfilledByLazada: sku.fulfilledByLazada,
    digital: sku.digital,
    ownFleet: sku.ownFleet,
    history: [{ status: order.unpaidUntil === null ? 'pending' : 'unpaid', at: order.createdAt }],
    autoStep: null,
    invoiceNumber: '',
    packageId: '',
    trackingCode: '',
    reason: '',
    cancelInitiator: '',
    reverseOrderId: '',
    reverseLineId: '',
    cancelRequest: null,
  }));
}
