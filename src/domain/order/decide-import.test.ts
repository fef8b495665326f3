import { describe, expect, test } from 'vitest';
import { haravanOrderId } from '../ids';
import { decideImport, type ImportFacts } from './decide-import';
import { readItemStatus } from './item-status';

type PaymentTime = ImportFacts['items'][number]['paymentTime'];

function facts(
  statuses: readonly string[],
  more: Partial<ImportFacts> = {},
  paymentTime: PaymentTime = 'absent',
): ImportFacts {
  return {
    items: statuses.map((status) => ({ status: readItemStatus(status), paymentTime })),
    paymentMethod: 'MOMO_WALLET',
    history: 'none',
    existing: null,
    placedAtMs: 5_000,
    importFromMs: null,
    ...more,
  };
}

describe('R4.1 every order that reached pending comes in', () => {
  test.each([
    [['pending'], 'create reached_pending'],
    [['shipped', 'canceled'], 'create reached_pending'],
    [['delivered'], 'create reached_pending'],
    [['rtm_init'], 'create reached_pending'],
    [['pending', 'never_heard_of'], 'create reached_pending'],
    [['unpaid'], 'skip unpaid'],
    [['unpaid', 'canceled'], 'skip unpaid'],
    [[], 'skip no_items'],
  ])('%j → %s', (statuses, outcome) => {
    const decision = decideImport(facts(statuses));
    expect(decision.kind === 'update' ? decision.kind : `${decision.kind} ${decision.because}`).toBe(outcome);
  });
});

describe('R4.1 canceled before we saw it: only if it was ever paid', () => {
  test.each([
    ['COD', 'none', 'empty', 'create cash_on_delivery'],
    ['cod ', 'seen_unpaid_only', 'absent', 'create cash_on_delivery'],
    ['MOMO_WALLET', 'none', 1_697_193_374_592, 'create paid'],
    ['MOMO_WALLET', 'seen_paid', 'empty', 'create paid'],
    ['MOMO_WALLET', 'none', 'empty', 'skip never_paid'],
    ['MOMO_WALLET', 'seen_paid', 'absent', 'create paid'],
    ['MOMO_WALLET', 'seen_unpaid_only', 'absent', 'skip never_paid'],
    ['MOMO_WALLET', 'none', 'absent', 'create benefit_of_doubt'],
  ] as const)('%s, history %s, payment_time %s → %s', (paymentMethod, history, paymentTime, outcome) => {
    for (const status of ['canceled', 'never_heard_of']) {
      const decision = decideImport(facts([status], { paymentMethod, history }, paymentTime));
      expect(decision.kind === 'update' ? decision.kind : `${decision.kind} ${decision.because}`).toBe(outcome);
    }
  });
});

describe('R4.1 once only', () => {
  test.each([['pending'], ['unpaid'], ['canceled']])('an order that Haravan has is updated, %s', (status) => {
    const existing = haravanOrderId('9');
    expect(decideImport(facts([status], { existing, importFromMs: 9_000 }))).toEqual({
      kind: 'update',
      haravanOrderId: '9',
    });
  });
});

describe('R10.14 orders from before the chosen days', () => {
  test.each([
    [4_999, 'create'],
    [5_000, 'create'],
    [5_001, 'skip'],
  ])('placed at 5000, imported from %d → %s', (importFromMs, kind) => {
    expect(decideImport(facts(['pending'], { importFromMs })).kind).toBe(kind);
  });
});
