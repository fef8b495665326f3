import type { Order, OrderItem } from '../entities';

/** `request_type` on the wire (lazada.md §12.3). */
export type ReverseKind = 'CANCEL' | 'RETURN' | 'ONLY_REFUND';
/** Goods come back to the merchant or to Lazada's warehouse. */
export type ReturnTo = 'RTM' | 'RTW';

export const REVERSE_STATES = [
  'initiated',
  'agreed',
  'shipping_back',
  'received',
  'refunded',
  'rejected',
  'withdrawn',
  'disputed',
  'canceled',
] as const;
export type ReverseState = (typeof REVERSE_STATES)[number];
export type ReverseOperator = 'buyer' | 'seller' | 'system';

export type ReverseEvent = { at: number; state: ReverseState; operator: ReverseOperator; pictures: string[] };

/** One unit that goes back, or whose money does. */
export type ReverseLine = {
  reverseLineId: string;
  item: OrderItem;
  state: ReverseState;
  refundAmount: number;
  trackingNumber: string;
  createdAt: number;
  updatedAt: number;
  history: ReverseEvent[];
};

export type Reverse = {
  reverseOrderId: string;
  order: Order;
  kind: ReverseKind;
  returnTo: ReturnTo;
  reason: string;
  createdAt: number;
  lines: ReverseLine[];
};

type Steps = Partial<Record<ReverseState, readonly ReverseState[]>>;

/** The reference names the states, not their order: this order is the simulator's reading of lazada.md §12 and §14.4. */
const STEPS: Record<ReverseKind, Steps> = {
  CANCEL: { initiated: ['canceled', 'rejected', 'withdrawn'], canceled: ['refunded'] },
  RETURN: {
    initiated: ['agreed', 'rejected', 'withdrawn', 'refunded'],
    agreed: ['shipping_back', 'withdrawn'],
    shipping_back: ['received'],
    received: ['refunded', 'disputed'],
    disputed: ['refunded', 'rejected'],
  },
  ONLY_REFUND: {
    initiated: ['agreed', 'rejected', 'withdrawn', 'disputed'],
    agreed: ['refunded'],
    disputed: ['refunded', 'rejected'],
  },
};

export function canReverseBecome(kind: ReverseKind, from: ReverseState, to: ReverseState): boolean {
  return STEPS[kind][from]?.includes(to) ?? false;
}
