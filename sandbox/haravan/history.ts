import type { HistoryEvent } from './entities/event';
import type { Org } from './entities/org';
import type { Platform } from './platform';

const KEPT = 5_000;

/** Adds a line to a resource's history. The oldest are forgotten, as a long run would fill the memory. */
export function remember(
  { store, clock }: Platform,
  org: Org,
  event: Pick<HistoryEvent, 'subjectType' | 'subjectId' | 'verb' | 'message'>,
): void {
  org.history.push({ id: store.nextId('event'), ...event, createdAt: clock.now() });
  if (org.history.length > KEPT * 2) org.history = org.history.slice(-KEPT);
}

/** What the API shows by now, newest first. */
export function historyOf(
  { store, clock }: Platform,
  org: Org,
  subject?: Pick<HistoryEvent, 'subjectType' | 'subjectId'>,
): HistoryEvent[] {
  const latest = clock.now() - store.modes.eventLagMs;
  return org.history
    .filter(({ createdAt }) => createdAt <= latest)
    .filter((event) => !subject || (event.subjectType === subject.subjectType && event.subjectId === subject.subjectId))
    .reverse();
}
