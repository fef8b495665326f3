import { outcomeOf } from '@/src/domain/issue/backoff';
import type { DuePush, PushEnd } from '../ports/stock';
import type { Clock, Random } from '../ports/world';
import type { WriteOutcome } from './write-figures';

/** A late old write may land after a newer one: look once more a minute later (design §6). */
const LOOK_AGAIN_MS = 60_000;
/** What a campaign owes is looked at this often. */
const CAMPAIGN_LOOK_MS = 900_000;

export type Explanation = Record<string, unknown>;
type World = { clock: Clock; random: Random; lateWriteMs: number };

const ofRow = ({ variantId, skuId, linkedAt, figure, version }: DuePush) => ({
  ...{ variantId, skuId, linkedAt },
  ...{ figure, version },
});

/** Nothing had to be written, or nothing ever is. */
export function settledEnd(push: DuePush, outcome: 'synced' | 'not_applicable', explanation: Explanation): PushEnd {
  const learned = push.mustReadBack ? { value: push.believed.value, seen: push.believed.at } : undefined;
  return { ...ofRow(push), kind: 'done', outcome, explanation, learned, owed: null, wasReadBack: push.mustReadBack };
}

type Parking = { dueAtMs: number; blockedBy: string; outcome: 'waiting' | 'issue'; forgetBelief?: boolean };

export function parkedEnd(push: DuePush, parking: Parking, explanation: Explanation, owed?: number | null): PushEnd {
  const { dueAtMs, blockedBy, outcome, forgetBelief = false } = parking;
  const attempts = push.attempts + 1;
  const dueAt = new Date(dueAtMs);
  return { ...ofRow(push), kind: 'parked', outcome, dueAt, blockedBy, attempts, forgetBelief, owed, explanation };
}

/** `owed`: units that a campaign keeps us from taking off. They are due again with the next look at the lock. */
export type Sent = { value: number; owed: number };

function lookAgainAt(isLost: boolean, isOwed: boolean, now: number): Date | undefined {
  if (isLost) return new Date(now + LOOK_AGAIN_MS);
  return isOwed ? new Date(now + CAMPAIGN_LOOK_MS) : undefined;
}

function appliedEnd(push: DuePush, sent: Sent, explanation: Explanation, isLost: boolean, now: number): PushEnd {
  return {
    ...ofRow(push),
    kind: 'done',
    outcome: 'synced',
    sent: sent.value,
    // After a lost answer nothing is sure until it was read back a second time.
    learned: { value: isLost ? null : sent.value, seen: push.believed.at },
    owed: sent.owed > 0 ? sent.owed : null,
    wasReadBack: push.mustReadBack,
    readBackAt: lookAgainAt(isLost, sent.owed > 0, now),
    explanation,
  };
}

/** How a write ended for its row: acknowledged, parked until its cause changes, or to be read back. */
export function writtenEnd(
  push: DuePush,
  sent: Sent,
  outcome: WriteOutcome,
  explanation: Explanation,
  { clock, random, lateWriteMs }: World,
): PushEnd {
  const now = clock.now();
  const turn = { attempt: push.attempts + 1, nowMs: now, jitter: random(), lateWriteMs };
  if (outcome.kind === 'applied') return appliedEnd(push, sent, explanation, false, now);
  if (outcome.kind === 'lost' && outcome.landed) return appliedEnd(push, sent, explanation, true, now);
  if (outcome.kind === 'lost') {
    const { dueAtMs } = outcomeOf({ kind: 'ambiguous' }, turn);
    const parking = { dueAtMs, blockedBy: 'read_back', outcome: 'waiting' as const, forgetBelief: true };
    return { ...parkedEnd(push, parking, explanation), readBackAt: new Date(dueAtMs) };
  }
  const { refusal } = outcome;
  const next = outcomeOf({ kind: refusal.kind }, turn);
  const isIssue = next.kind === 'stop';
  const blockedBy = isIssue ? refusal.code || 'refused' : refusal.kind;
  const parking = { dueAtMs: next.dueAtMs, blockedBy, outcome: isIssue ? ('issue' as const) : ('waiting' as const) };
  return parkedEnd(push, { ...parking, forgetBelief: true }, { ...explanation, refusal });
}
