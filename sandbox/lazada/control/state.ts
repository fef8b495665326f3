import type { Item, Order, OrderItem, Package, Seller, Sku } from '../entities';
import type { Platform } from '../platform';
import type { Reverse } from '../reverse/reverse-order';

export type LazadaState = { sellers: ReturnType<typeof sellerState>[] };

/** What is so, for tests and demos. Times are ms, money whole đồng. */
export function readState({ store }: Platform, sellerId?: string): LazadaState {
  const sellers = [...store.sellers.values()].filter(
    (seller) => sellerId === undefined || seller.sellerId === sellerId,
  );
  return { sellers: sellers.map(sellerState) };
}

function sellerState(seller: Seller) {
  return {
    sellerId: seller.sellerId,
    name: seller.name,
    items: [...seller.items.values()].filter((item) => !item.deleted).map(itemState),
    orders: [...seller.orders.values()].map(orderState),
    packages: [...seller.packages.values()].map((parcel): Package => ({ ...parcel })),
    reverses: [...seller.reverses.values()].map(reverseState),
  };
}

function reverseState({ reverseOrderId, order, kind, returnTo, reason, createdAt, lines }: Reverse) {
  return {
    reverseOrderId,
    orderId: order.orderId,
    kind,
    returnTo,
    reason,
    createdAt,
    lines: lines.map(({ item, ...line }) => ({ ...line, history: [...line.history], orderItemId: item.orderItemId })),
  };
}

function itemState({ itemId, name, skus }: Item) {
  return { itemId, name, skus: skus.map(skuState) };
}

function skuState(sku: Sku) {
  const { skuId, sellerSku, price, specialPrice, sellable, occupied, withheld, status } = sku;
  const { priceRange, campaignLock, priceWrites, quantityWrites } = sku;
  return {
    skuId,
    sellerSku,
    price,
    specialPrice,
    sellable,
    occupied,
    withheld,
    status,
    priceRange,
    campaignLock,
    priceWrites,
    quantityWrites,
  };
}

export function orderState(order: Order) {
  const { orderId, createdAt, updatedAt, paymentMethod, paidAt, voucherSeller, voucherPlatform } = order;
  return {
    orderId,
    createdAt,
    updatedAt,
    paymentMethod,
    paidAt,
    price: order.items.reduce((sum, item) => sum + item.itemPrice, 0),
    voucherSeller,
    voucherPlatform,
    shippingFee: order.shippingFee,
    buyer: { ...order.buyer },
    items: order.items.map(orderItemState),
  };
}

function orderItemState(item: OrderItem) {
  const { orderItemId, skuId, sellerSku, status, itemPrice, packageId, trackingCode, reason, reverseOrderId } = item;
  const paidPrice = itemPrice - item.voucherSeller - item.voucherPlatform;
  return {
    orderItemId,
    skuId,
    sellerSku,
    status,
    itemPrice,
    paidPrice,
    packageId,
    trackingCode,
    reason,
    reverseOrderId,
  };
}
