import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CarrierState, carrierStep, carrierTarget, readCarrierState } from './carrier-state';
import type { DeliveryState } from './order-state';

const CODES = [
  'pending',
  'readytopick',
  'picking',
  'delivering',
  'notmeetcustomer',
  'cancel',
  'delivered',
  'waitingforreturn',
  'return',
] as const;

describe('R4.2 what Haravan is to show', () => {
  test.each([
    ['pending', null],
    ['ready_to_ship', null],
    ['in_transit', 'delivering'],
    ['delivered', 'delivered'],
    ['delivery_failed', 'cancel'],
    ['waiting_for_return', 'waitingforreturn'],
    ['returned', 'return'],
    ['canceled', 'cancel'],
    ['keep', null],
  ] as const)('%s → %s', (desired, state) => {
    expect(carrierTarget(desired)).toBe(state);
  });

  test.each([...CODES])('%s is a code of Haravan', (code) => {
    expect(readCarrierState(code)).toBe(code);
  });

  test('R8.4 an unknown code is said to be unknown', () => {
    expect(readCarrierState('teleported')).toBeNull();
    expect(carrierStep(null, 'delivered')).toEqual({ kind: 'nothing', because: 'unknown_current' });
  });
});

/** Which of the five states may be set from each current one. */
const LEGAL: Record<CarrierState, readonly DeliveryState[]> = {
  pending: ['in_transit', 'delivery_failed', 'delivered', 'waiting_for_return', 'returned'],
  readytopick: ['in_transit', 'delivery_failed', 'delivered', 'waiting_for_return', 'returned'],
  picking: ['in_transit', 'delivery_failed', 'delivered', 'waiting_for_return', 'returned'],
  delivering: ['delivery_failed', 'delivered', 'waiting_for_return', 'returned'],
  notmeetcustomer: ['delivery_failed', 'delivered', 'waiting_for_return', 'returned'],
  cancel: ['delivered', 'waiting_for_return', 'returned'],
  delivered: ['waiting_for_return', 'returned'],
  waitingforreturn: ['returned'],
  return: [],
};

describe('R4.2 late and repeated notifications never take a state back', () => {
  test.each(CODES.map((code) => [code, LEGAL[code]] as const))('from %s to %j only', (current, legal) => {
    const wished = ['in_transit', 'delivery_failed', 'delivered', 'waiting_for_return', 'returned'] as const;
    expect(wished.filter((desired) => carrierStep(current, desired).kind === 'set')).toEqual(
      wished.filter((desired) => legal.includes(desired)),
    );
  });

  test('the same state again is nothing to do', () => {
    expect(carrierStep('delivered', 'delivered')).toEqual({ kind: 'nothing', because: 'equal' });
    expect(carrierStep('delivered', 'in_transit')).toEqual({ kind: 'nothing', because: 'would_regress' });
  });

  test('in whatever order they come, the end is the furthest of them', () => {
    const told = fc.array(fc.constantFrom<DeliveryState>('in_transit', 'delivered', 'waiting_for_return', 'returned'));
    fc.assert(
      fc.property(told, (states) => {
        const play = (order: readonly DeliveryState[]) =>
          order.reduce<CarrierState>((current, desired) => {
            const step = carrierStep(current, desired);
            return step.kind === 'set' ? step.state : current;
          }, 'readytopick');
        expect(play(states.toReversed())).toBe(play(states));
        expect(play([...states, ...states])).toBe(play(states));
      }),
    );
  });
});

test('R4.2 a parcel scrapped on its way back is a failed delivery; while it may still come back it is not', () => {
  expect(carrierStep('waitingforreturn', 'delivery_failed', true)).toEqual({ kind: 'set', state: 'cancel' });
  expect(carrierStep('waitingforreturn', 'delivery_failed')).toMatchObject({ because: 'would_regress' });
  expect(carrierStep('delivered', 'delivery_failed', true)).toMatchObject({ because: 'would_regress' });
});
