import type { HaravanCarrierState } from '@/src/clients/haravan/carrier-status';
import type { SettableCarrierState } from '@/src/domain/order/carrier-state';

/** Path values have underscores where the codes of answers have none (haravan.md §2.20). */
export const CARRIER_PATH = {
  delivering: 'delivering',
  delivered: 'delivered',
  cancel: 'cancel',
  waitingforreturn: 'waiting_for_return',
  return: 'return',
} as const satisfies Record<SettableCarrierState, HaravanCarrierState>;

/** For shops that accept no carrier status: the merchant reads it as a tag (haravan.md §2.20 c). */
export const CARRIER_TAG = {
  delivering: 'Lazada: Đang giao hàng',
  delivered: 'Lazada: Đã giao hàng',
  cancel: 'Lazada: Hủy giao hàng',
  waitingforreturn: 'Lazada: Chờ chuyển hoàn',
  return: 'Lazada: Chuyển hoàn',
} as const satisfies Record<SettableCarrierState, string>;
