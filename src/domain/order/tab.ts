import { type ItemReading, type ItemState, itemState } from './item-status';

/** Chờ xác nhận · Chờ giao hàng · Đang giao · Hoàn tất · Hủy/Chuyển hoàn (interface.md). */
export type OrderTab = 'to_confirm' | 'to_hand_over' | 'in_transit' | 'done' | 'canceled_or_returned';

const TAB_OF_STATE: Readonly<Record<ItemState, OrderTab | null>> = {
  in_flight_only: null,
  pending: 'to_confirm',
  ready_to_ship: 'to_hand_over',
  in_transit: 'in_transit',
  delivered: 'done',
  delivery_failed: 'canceled_or_returned',
  waiting_for_return: 'canceled_or_returned',
  returned: 'canceled_or_returned',
  canceled: 'canceled_or_returned',
  keep: null,
};

/** A return that began or failed leaves the Haravan state alone, but is looked for among the returns. */
function tabOf(item: ItemReading): OrderTab | null {
  return item.kind === 'known' && item.state === 'keep' ? 'canceled_or_returned' : TAB_OF_STATE[itemState(item)];
}

const BY_URGENCY: readonly OrderTab[] = ['to_confirm', 'to_hand_over', 'in_transit', 'canceled_or_returned', 'done'];

/** The item that needs most decides. Null: only unpaid or unknown, the order shows under Tất cả alone. */
export function orderTab(items: readonly ItemReading[]): OrderTab | null {
  const going = items.filter((item) => itemState(item) !== 'canceled');
  const tabs = (going.length > 0 ? going : items).map(tabOf);
  return BY_URGENCY.find((tab) => tabs.includes(tab)) ?? null;
}
