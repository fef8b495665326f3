import type { HaravanOrderId } from '../ids';
import type { ItemReading } from './item-status';

export type ImportFacts = {
  items: readonly {
    status: ItemReading;
    /** `payment_time` in ms; `empty` when the field is there without a value, `absent` when it is not there. */
    paymentTime: number | 'empty' | 'absent';
  }[];
  /** Lazada's `payment_method` (lazada.md §9.9). */
  paymentMethod: string;
  /** What our own history says of this order. */
  history: 'seen_paid' | 'seen_unpaid_only' | 'none';
  /** The Haravan order that already stands for it. */
  existing: HaravanOrderId | null;
  placedAtMs: number;
  /** Older orders are not brought in (spec R10.14); null: no limit. */
  importFromMs: number | null;
};

export type SkipReason = 'unpaid' | 'never_paid' | 'before_backfill' | 'no_items';

/** With reasons, since Tìm đơn tells them (spec R10.2). */
export type ImportDecision =
  | { kind: 'create'; because: 'reached_pending' | 'cash_on_delivery' | 'paid' | 'benefit_of_doubt' }
  | { kind: 'update'; haravanOrderId: HaravanOrderId }
  | { kind: 'skip'; because: SkipReason };

export function decideImport(_facts: ImportFacts): ImportDecision {
  throw new Error('not written yet');
}
