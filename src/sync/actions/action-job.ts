import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaAccess } from '../ports/access';
import type { ActionRecord } from '../ports/actions';

/**
 * What came of an attempt. `nothingToDo`: Lazada was there already, by somebody else's hand. `later`: Lazada says that a repeat may
 * help.
 */
export type ActionOutcome =
  | { kind: 'done'; nothingToDo: boolean }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'later'; code: string; message: string };

export type ActionClient = Pick<
  LazadaClient,
  | 'getOrderItems'
  | 'getItemsOfOrders'
  | 'getShipmentProviders'
  | 'pack'
  | 'readyToShip'
  | 'validateCancel'
  | 'cancelItems'
  | 'decideCancel'
>;

/** Carries out one action on Lazada, looking at the order's state first. @throws PlatformError */
export type ActionWork = (auth: LazadaAccess, action: ActionRecord) => Promise<ActionOutcome>;
/** Carries out at most 20 actions of one kind; an action that is missing from the answer was not begun. @throws PlatformError */
export type BatchWork = (auth: LazadaAccess, actions: readonly ActionRecord[]) => Promise<Map<string, ActionOutcome>>;

export const DONE: ActionOutcome = { kind: 'done', nothingToDo: false };
export const DONE_BEFORE: ActionOutcome = { kind: 'done', nothingToDo: true };

/** Ours, when no call was made: the interface has a sentence for each. */
export type OwnRefusal =
  | 'nothing_to_ship'
  | 'nothing_to_cancel'
  | 'reason_not_offered'
  | 'cannot_cancel'
  | 'no_cancel_request'
  | 'canceled_already';

export function refuse(code: OwnRefusal, message: string): ActionOutcome {
  return { kind: 'refused', code, message };
}

/** What Lazada refuses is an answer, in its own words. */
export function asRefusal(error: unknown): ActionOutcome {
  if (!isPlatformError(error, 'rejected') && !isPlatformError(error, 'not_found')) throw error;
  return { kind: 'refused', code: error.code ?? error.kind, message: error.platformMessage ?? '' };
}

/** One call per action, for what Lazada has no batch of. */
export function oneByOne(work: ActionWork): BatchWork {
  return async (auth, [action]) => {
    if (!action) return new Map();
    return new Map([[action.id, await work(auth, action).catch(asRefusal)]]);
  };
}
