import { readItemStatus } from '@/src/domain/order/item-status';
import { combinedState, type DeliveryState } from '@/src/domain/order/order-state';
import type { ActionRow } from './order-abilities';

/** What the Haravan order says. `own`: its state is kept by hand there (R4.5); `absent`: it is not in Haravan. */
export type HaravanSide = DeliveryState | 'own' | 'absent' | 'deleted';

export type HaravanFacts = {
  haravanOrderId: string | null;
  decisionReason: string | null;
  orderProcessing: string;
  items: readonly { status: string; canceledInHaravan: boolean }[];
  actions: readonly Pick<ActionRow, 'kind' | 'state'>[];
};

const pressed = (facts: HaravanFacts, kind: ActionRow['kind']) =>
  facts.actions.some((action) => action.kind === kind && action.state === 'done');

/** The state that the import brought the Haravan order to (spec R4.2, R4.5, R4.6); it is not read again for the screen. */
export function haravanSide(facts: HaravanFacts): HaravanSide {
  if (facts.haravanOrderId === null) return 'absent';
  if (facts.decisionReason === 'deleted_in_haravan') return 'deleted';
  const state = combinedState(facts.items.map((item) => ({ status: readItemStatus(item.status) })));
  // The lines of a returned order are refunded there, which takes them off it as a cancellation does.
  const isEmptied = facts.items.length > 0 && facts.items.every((item) => item.canceledInHaravan);
  if (isEmptied && state !== 'returned') return 'canceled';
  if (facts.orderProcessing === 'lazada') return state;
  if (pressed(facts, 'cancel') && state === 'canceled') return state;
  return pressed(facts, 'ready_to_ship') && state !== 'pending' ? 'ready_to_ship' : 'own';
}
