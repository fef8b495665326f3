import type { PushEnd } from '@/src/sync/ports/stock';
import type { PushRow } from './catalog-rows';
import { earliest, forgottenAt, sameInstant } from './instants';
import { pushKey } from './push-rows';

type Done = Extract<PushEnd, { kind: 'done' }>;
type Parked = Extract<PushEnd, { kind: 'parked' }>;

/** What we learned counts only while the belief is the one that was read (design §6). */
function learn(row: PushRow, { learned }: Done, at: Date): void {
  if (!learned) return;
  const seen = sameInstant(row.believedAt, learned.seen);
  row.believed = seen ? learned.value : null;
  if (seen) row.believedAt = at;
}

/** Only the version that was read is acknowledged. */
function settleDone(row: PushRow, end: Done, at: Date): void {
  const { version, outcome, explanation, owed, sent, readBackAt, wasReadBack } = end;
  Object.assign(row, { done: Math.max(row.done, version), outcome, explanation, attempts: 0, owed });
  if (row.wanted <= version) row.blockedBy = null;
  else row.wantedSince = at;
  learn(row, end, at);
  if (sent !== undefined) Object.assign(row, { lastValue: sent, lastPushedAt: at });
  if (readBackAt || wasReadBack) row.readBackAt = readBackAt ?? null;
}

/** A change that came meanwhile is not parked: its cause may be mended. */
function park(row: PushRow, end: Parked, at: Date): void {
  const { version, outcome, explanation, attempts, owed, forgetBelief, readBackAt } = end;
  const changed = row.wanted > version;
  const dueAt = changed ? earliest(row.dueAt, end.dueAt) : end.dueAt;
  const wanted = Math.max(row.wanted, row.done + 1);
  Object.assign(row, { wanted, outcome, explanation, dueAt, blockedBy: changed ? null : end.blockedBy, attempts });
  row.owed = owed ?? row.owed;
  if (forgetBelief) Object.assign(row, { believed: null, believedAt: forgottenAt(at, row.believedAt) });
  row.readBackAt = readBackAt ?? null;
}

/** What src/db/settle-pushes.ts does to one row. */
export function settlePush(pushes: ReadonlyMap<string, PushRow>, end: PushEnd, at: Date): void {
  const row = pushes.get(pushKey(end.figure, end.variantId));
  if (!row) return;
  if (end.kind === 'done') settleDone(row, end, at);
  else park(row, end, at);
}
