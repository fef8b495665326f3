import type { HaravanOrderId } from '../ids';
import { type ItemReading, itemState } from './item-status';

export type ImportFacts = {
  items: readonly {
    status: ItemReading;
    /** `payment_time` in ms; `empty` when the field is there without a value, `absent` when it is not there. */
    paymentTime: number | 'empty' | 'absent';
  }[];
  paymentMethod: string;
  history: 'seen_paid' | 'seen_unpaid_only' | 'none';
  existing: HaravanOrderId | null;
  placedAtMs: number;
  /** Older orders are not brought in (spec R10.14); null: no limit. */
  importFromMs: number | null;
};

export type SkipReason = 'unpaid' | 'never_paid' | 'before_backfill' | 'no_items';

export type ImportDecision =
  | { kind: 'create'; because: 'reached_pending' | 'cash_on_delivery' | 'paid' | 'benefit_of_doubt' }
  | { kind: 'update'; haravanOrderId: HaravanOrderId }
  | { kind: 'skip'; because: SkipReason };

type Item = ImportFacts['items'][number];
type Create = Extract<ImportDecision, { kind: 'create' }>;

function reachedPending({ status }: Item): boolean {
  const state = itemState(status);
  return state !== 'in_flight_only' && state !== 'canceled' && status.kind === 'known';
}

/** Whether what is now canceled or unheard-of was ever paid, by the evidence that design §4 lists. */
function evidenceOfPayment(facts: ImportFacts): Create['because'] | null {
  if (facts.paymentMethod.trim().toUpperCase() === 'COD') return 'cash_on_delivery';
  const times = facts.items.map((item) => item.paymentTime);
  if (facts.history === 'seen_paid' || times.some((time) => typeof time === 'number')) return 'paid';
  if (times.includes('empty') || facts.history === 'seen_unpaid_only') return null;
  return 'benefit_of_doubt';
}

function decideNewOrder(facts: ImportFacts): ImportDecision {
  if (facts.items.length === 0) return { kind: 'skip', because: 'no_items' };
  if (facts.importFromMs !== null && facts.placedAtMs < facts.importFromMs) {
    return { kind: 'skip', because: 'before_backfill' };
  }
  if (facts.items.some(reachedPending)) return { kind: 'create', because: 'reached_pending' };
  if (facts.items.some((item) => itemState(item.status) === 'in_flight_only')) {
    return { kind: 'skip', because: 'unpaid' };
  }
  const because = evidenceOfPayment(facts);
  return because === null ? { kind: 'skip', because: 'never_paid' } : { kind: 'create', because };
}

/** Whether a Lazada order is brought into Haravan (spec R4.1, R4.7; design §4). */
export function decideImport(facts: ImportFacts): ImportDecision {
  return facts.existing === null ? decideNewOrder(facts) : { kind: 'update', haravanOrderId: facts.existing };
}
