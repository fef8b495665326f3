import { ControlRefusal } from '../control-refusal';
import { ImpossibleStep } from '../orders/change-status';

/** A step that the state of things forbids is a 409. */
export function orRefuse<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof ImpossibleStep ? new ControlRefusal(409, error.message) : error;
  }
}
