import type { OrderItem, Package } from '../entities';
import type { ItemStatus } from '../item-states';
import { shopTime } from './shop-time';

/** Only `1200` with `ready_to` is in the reference (lazada.md §13); the other numbers are the simulator's. */
const WORDS: Partial<Record<ItemStatus, readonly [code: string, type: string, title: string]>> = {
  ready_to_ship: ['1200', 'ready_to', 'Sẵn sàng giao'],
  transit_to_ship: ['1250', 'transit_to', 'Đang đến điểm lấy hàng'],
  shipped: ['1300', 'shipped', 'Đơn vị vận chuyển đã lấy hàng'],
  failed_delivery: ['1500', 'failed', 'Giao không thành công'],
  failed: ['1500', 'failed', 'Giao không thành công'],
  shipped_back: ['1600', 'shipped_back', 'Đang hoàn về người bán'],
  shipped_back_success: ['1650', 'shipped_back', 'Đã hoàn về người bán'],
  delivered: ['1400', 'delivered', 'Đã giao hàng'],
  lost_by_3pl: ['1700', 'lost', 'Thất lạc'],
  damaged_by_3pl: ['1710', 'damaged', 'Hư hỏng'],
};

/** A package's events, newest first, told from the life of one of its items: a package travels as a whole. */
export function traceOnWire(parcel: Package, items: readonly OrderItem[]): Record<string, unknown> {
  const events = (items[0]?.history ?? []).flatMap(({ status, at }) => {
    const words = WORDS[status];
    return words ? [eventOnWire(words, at)] : [];
  });
  return {
    ofc_package_id: parcel.packageId,
    tracking_number: parcel.trackingNumber,
    order_line_info_list: items.map((item) => ({ trade_order_line_id: item.orderItemId, sku_id: String(item.skuId) })),
    logistic_detail_info_list: events.reverse(),
  };
}

function eventOnWire([status_code, detail_type, title]: readonly [string, string, string], at: number): object {
  return {
    title,
    description: title,
    status_code,
    detail_type,
    event_time: at,
    event_date: shopTime(at, true).slice(0, 10),
    receive_time: at,
    package_location_name: '',
    proof_images: [],
    icon: '',
  };
}
