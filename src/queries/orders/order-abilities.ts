import { itemState, readItemStatus } from '@/src/domain/order/item-status';

export type OrderActionKind = 'ready_to_ship' | 'cancel' | 'accept_cancel' | 'refuse_cancel';

/** Why a button of an order does nothing; null: it can be pressed (design §6: a disabled button says why). */
export type Hindrance = 'running' | 'nothing_to_ship' | 'by_lazada' | 'not_packed' | 'nothing_to_cancel';
export type OrderAbilities = { readyToShip: Hindrance | null; print: Hindrance | null; cancel: Hindrance | null };

type ItemFacts = { status: string; packageId: string | null; fulfilledByLazada: boolean; isDigital: boolean };

const stateOf = (item: ItemFacts) => itemState(readItemStatus(item.status));

function readyToShip(items: readonly ItemFacts[]): Hindrance | null {
  const pending = items.filter((item) => stateOf(item) === 'pending');
  if (pending.length === 0) return 'nothing_to_ship';
  return pending.every((item) => item.fulfilledByLazada || item.isDigital) ? 'by_lazada' : null;
}

const hasLabel = (item: ItemFacts) =>
  item.packageId !== null && stateOf(item) !== 'canceled' && !item.fulfilledByLazada;
const mayCancel = (item: ItemFacts) => ['in_flight_only', 'pending', 'ready_to_ship'].includes(stateOf(item));

/** What can be pressed on an order (spec R4.6), by the state of its items as last read; Lazada has the last word. */
export function orderAbilities(items: readonly ItemFacts[], running: readonly OrderActionKind[]): OrderAbilities {
  return {
    readyToShip: running.includes('ready_to_ship') ? 'running' : readyToShip(items),
    print: items.some(hasLabel) ? null : 'not_packed',
    cancel: running.includes('cancel') ? 'running' : items.some(mayCancel) ? null : 'nothing_to_cancel',
  };
}

export type ActionRow = {
  kind: OrderActionKind;
  state: 'wanted' | 'done' | 'refused' | 'withdrawn';
  /** Done: Lazada was there already, by somebody else's hand. */
  nothingToDo: boolean;
  /** The platform's code, or one of ours when no call was made. */
  code: string | null;
  /** The platform's own words. */
  message: string | null;
  reasonName: string | null;
  createdAt: Date;
};

/** That there was nothing left to do is said this long. */
const SAID_MS = 10 * 60_000;

/**
 * The action that the row shows: a running one, else a refusal that still stands in the way of something, or that somebody else had
 * done it before.
 */
export function shownAction(actions: readonly ActionRow[], abilities: OrderAbilities, nowMs: number): ActionRow | null {
  const running = actions.find((action) => action.state === 'wanted');
  if (running) return running;
  const [latest] = actions.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (latest?.state === 'done')
    return latest.nothingToDo && latest.createdAt.getTime() > nowMs - SAID_MS ? latest : null;
  if (latest?.state !== 'refused') return null;
  const hindrance = {
    ready_to_ship: abilities.readyToShip,
    cancel: abilities.cancel,
    accept_cancel: null,
    refuse_cancel: null,
  };
  return hindrance[latest.kind] === null ? latest : null;
}
