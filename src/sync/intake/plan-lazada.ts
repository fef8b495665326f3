import type { LazadaPush } from '@/src/clients/lazada/push';
import { type Effect, effects, malformed, type Planned } from './effect';

/** Types that we act on (lazada.md §14.2): when one of them cannot be read, a merchant's change may be missed. */
const ACTED_ON: ReadonlySet<number> = new Set([0, 3, 4, 5, 8, 10, 13, 14]);

function ofOrder(connectionId: string, lazadaOrderId: string, status: string): Planned {
  const note: Effect = { kind: 'note', connectionId, event: 'order_notified', lazadaOrderId, facts: { status } };
  return effects(note, { kind: 'poll_orders', connectionId });
}

/** @param connectionId the shop that the push is for, or null when it is connected no longer */
export function planLazada(push: LazadaPush, connectionId: string | null): Planned {
  if (connectionId === null) return effects();
  switch (push.type) {
    case 'order':
      return ofOrder(connectionId, push.orderId, push.orderStatus);
    case 'fulfillment':
      return ofOrder(connectionId, push.orderId, push.status);
    case 'reverse_order':
      return ofOrder(connectionId, push.orderId, push.reverseStatus);
    case 'product':
      return effects({ kind: 'pull_listings', connectionId });
    case 'token_expiring':
      return effects({ kind: 'renew_access', connectionId });
    case 'seller_status':
      return effects(
        { kind: 'note', connectionId, event: 'seller_status', facts: { status: push.status } },
        { kind: 'check_seller', connectionId },
      );
    case 'product_qc':
    case 'shallow_stock':
      return effects();
    case 'other':
      return ACTED_ON.has(push.messageType ?? -1) ? malformed(`type ${push.messageType} cannot be read`) : effects();
  }
}
