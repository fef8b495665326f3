import type { FigureWhy } from '@/src/queries/products/explanation';

const CAUSES = [
  'linked',
  'haravan_stock',
  'variant_changed',
  'price_changed',
  'settings_changed',
  'locations_changed',
  'drift',
  'listing_changed',
  'retry',
  'order_imported',
  'order_changed',
  'haravan_order_changed',
] as const;
const FLIGHTS = ['unpaid', 'not_imported', 'import_failing', 'read_before_answer', 'other_warehouse', 'not_counted'];
const NEVERS = ['untracked', 'fulfilled_by_lazada'] as const;
const WAITS = ['feed_stale', 'campaign_locked', 'paused', 'no_location'] as const;

type Cause = (typeof CAUSES)[number] | 'other';
type Flight = 'unpaid' | 'not_imported' | 'import_failing' | 'read_before_answer' | 'other_warehouse' | 'not_counted';
export type Verdict =
  | (typeof WAITS)[number]
  | (typeof NEVERS)[number]
  | 'refused'
  | 'sent'
  | 'equal'
  | 'invalid'
  | 'missing'
  | 'pending';

/** What an older or newer release wrote still gets a sentence. */
export const causeKey = (cause: string): Cause => CAUSES.find((known) => known === cause) ?? 'other';
export const flightKey = (reason: string): Flight => (FLIGHTS.includes(reason) ? (reason as Flight) : 'not_counted');

/** How the last decision ended, as one of the sentences that there are. */
export function verdictKey(
  why: Pick<FigureWhy, 'decision' | 'reason' | 'refusal' | 'at' | 'price' | 'figure'>,
): Verdict {
  if (why.at === null) return 'pending';
  if (why.refusal !== null) return 'refused';
  const waits = WAITS.find((reason) => reason === why.reason);
  if (why.decision === 'wait' && waits) return waits;
  const never = NEVERS.find((reason) => reason === why.reason);
  if (why.decision === 'not_applicable' && never) return never;
  if (why.decision === 'invalid') return 'invalid';
  if (why.figure === 'price' && why.price === null) return 'missing';
  return why.decision === 'send' ? 'sent' : 'equal';
}
