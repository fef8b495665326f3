import type { FeedOrder } from '@/src/sync/ports/orders';
import type { HaravanLink, OrderSettlement } from '@/src/sync/ports/order-imports';
import type { Fence } from '@/src/sync/ports/turn';
import type { Shop } from './port-world';

type Item = FeedOrder['items'][number];

export const RUN_ID = '00000000-0000-4000-a000-000000000001';

export const feedItem = (id: string, code: string, more: Partial<Item> = {}): Item => ({
  ...{ orderItemId: id, sellerSku: code, code, itemId: '971', skuId: '71', name: 'Áo', variation: 'Đen' },
  ...{ status: 'pending', itemPrice: 150_000, paidPrice: 150_000, packageId: null, trackingCode: null },
  ...{ shipmentProvider: null, fulfilledByLazada: false, isDigital: false, reason: null, initiator: null },
  ...{ cancelRequestId: null, cancelRequestUntil: null, cancelPending: false, shipped: false, variantId: '11' },
  ...more,
});

export const DETAIL: FeedOrder['detail'] = {
  buyer: { firstName: 'Nguyễn', lastName: 'Minh', phone: '84912345659' },
  address: { address1: '12 Nguyễn Thị Thập', address3: 'Hồ Chí Minh', address4: 'Quận 7', address5: '', city: '' },
  ...{ voucher: 0, shippingFee: 15_000, note: '', items: {} },
};

/** An order of one unit, seen at `ms`. */
export function feedOrder(shop: Shop, id: string, ms: number, more: Partial<FeedOrder> = {}): FeedOrder {
  return {
    ...{ lazadaOrderId: id, createdAt: shop.at(0), updatedAt: shop.at(ms), readAt: shop.at(ms), statuses: ['pending'] },
    ...{ paymentMethod: 'COD', total: 165_000, isUnpaid: false, wasPaid: false, detail: DETAIL, hash: `h${ms}` },
    ...{ tab: 'to_confirm', deadlineAt: null, ended: false, items: [feedItem(`${id}-1`, 'A')] },
    ...more,
  };
}

export const seeOrders = ({ stores, merchantId, connectionId, at }: Shop, orders: readonly FeedOrder[], ms: number) =>
  stores.orderFeed.save(merchantId, connectionId, orders, 'poll', at(ms));

export const haravanLink = (shop: Shop, id: string, ms: number): HaravanLink => ({
  ...{ haravanOrderId: id, name: `#${id}`, locationId: null, answeredAt: shop.at(ms) },
  lines: [{ orderItemId: 'o1-1', lineId: 'line-1', variantId: '11' }],
});

export const settlement = (shop: Shop, version: number, more: Partial<OrderSettlement> = {}): OrderSettlement => ({
  ...{ version, decision: 'imported', reason: 'imported', at: shop.at(9_000), packages: [], canceledItemIds: [] },
  ...more,
});

/** What a merchant pressed on this order was done on Lazada: the order is wished again, with force. */
export async function pressAndDo({ stores, merchantId, connectionId, at }: Shop, id: string, ms: number, fence: Fence) {
  const asked = { by: 'me', runId: RUN_ID, at: at(ms) };
  await stores.actions.request(merchantId, connectionId, [{ lazadaOrderId: id, kind: 'ready_to_ship' }], asked);
  const [action] = await stores.actions.due(merchantId, connectionId, at(ms), 1);
  await stores.actions.finish(merchantId, action?.id ?? '', { state: 'done', nothingToDo: false }, at(ms), fence);
}
