import type { BackfillView } from '@/src/queries/orders/backfill';

export type BackfillState = 'not_chosen' | 'running' | 'finished' | 'none';

/** What is to be said about the orders from before the connection (R10.14). */
export function backfillState({ days, isReading, total, settled }: BackfillView): BackfillState {
  if (days === null) return 'not_chosen';
  if (isReading || settled < total) return 'running';
  return days === 0 ? 'none' : 'finished';
}
