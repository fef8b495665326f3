import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaAccess } from '../ports/access';
import type { ActionRecord } from '../ports/actions';

/** What came of an attempt. `later`: Lazada says that a repeat may help. */
export type ActionOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'later'; code: string; message: string };

export type ActionClient = Pick<
  LazadaClient,
  'getOrderItems' | 'getShipmentProviders' | 'pack' | 'readyToShip' | 'validateCancel' | 'cancelItems'
>;

/** Carries out one action on Lazada, looking at the order's state first. @throws PlatformError */
export type ActionWork = (auth: LazadaAccess, action: ActionRecord) => Promise<ActionOutcome>;

export const DONE: ActionOutcome = { kind: 'done' };

/** Ours, when no call was made: the interface has a sentence for each. */
export type OwnRefusal = 'nothing_to_ship' | 'nothing_to_cancel' | 'reason_not_offered' | 'cannot_cancel';

export function refuse(code: OwnRefusal, message: string): ActionOutcome {
  return { kind: 'refused', code, message };
}
