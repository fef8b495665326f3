import type { ItemReading } from './item-status';

/** Chờ xác nhận · Chờ giao hàng · Đang giao · Hoàn tất · Hủy/Chuyển hoàn (interface.md). */
export type OrderTab = 'to_confirm' | 'to_hand_over' | 'in_transit' | 'done' | 'canceled_or_returned';

/** By what is left to do; null for an order that is only unpaid or unknown: it shows under Tất cả. */
export function orderTab(_items: readonly ItemReading[]): OrderTab | null {
  throw new Error('not written yet');
}
