import type { Order, OrderItem, Seller } from '../entities';
import { canItemBecome } from '../item-states';
import { changeStatus, ImpossibleStep, requireStep } from '../orders/change-status';
import type { Platform } from '../platform';
import { moveReverse, openReverse, type ReverseMove } from './move-reverse';
import { canReverseBecome, type ReturnTo, type Reverse, type ReverseLine } from './reverse-order';

export type ReturnRequest = { kind: 'RETURN' | 'ONLY_REFUND'; returnTo?: ReturnTo; reason: string };

/** The buyer wants to give delivered units back, or only the money. Reverse orders arise after delivery alone (§12.3). */
export function requestReturn(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  request: ReturnRequest,
): Reverse {
  requireStep(items, 'rtm_init');
  const reverse = openReverse(platform, seller, order, items, { ...request, operator: 'buyer' });
  for (const item of items) {
    item.reason = request.reason;
    item.cancelInitiator = request.kind === 'RETURN' ? 'return-customer' : 'refund-internal';
  }
  const goesToSeller = request.kind === 'RETURN' && reverse.returnTo === 'RTM';
  if (goesToSeller) changeStatus(platform, seller, order, items, 'rtm_init');
  if (platform.modes.autoPassReturns) {
    for (const line of reverse.lines)
      stepReverse(platform, seller, reverse, line, { to: 'agreed', operator: 'system' });
  }
  return reverse;
}

/** One step of a line, with what it means for the unit: money back makes it `returned`, a refusal leaves it delivered. */
export function stepReverse(
  platform: Platform,
  seller: Seller,
  reverse: Reverse,
  line: ReverseLine,
  move: ReverseMove,
): void {
  if (!canReverseBecome(reverse.kind, line.state, move.to)) {
    throw new ImpossibleStep(`${line.reverseLineId}: ${line.state} cannot become ${move.to}`);
  }
  moveReverse(platform, seller, reverse, line, move);
  const target = unitAfter(reverse, line);
  if (target) changeStatus(platform, seller, reverse.order, [line.item], target);
}

function unitAfter({ kind }: Reverse, { state, item }: ReverseLine): 'returned' | 'delivered' | undefined {
  if (kind !== 'RETURN') return undefined;
  if (state === 'refunded') return canItemBecome(item, 'returned') ? 'returned' : undefined;
  const stays = state === 'rejected' || state === 'withdrawn';
  return stays && item.status === 'rtm_init' ? 'delivered' : undefined;
}
