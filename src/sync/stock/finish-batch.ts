import type { Issue } from '@/src/domain/issue/codes';
import type { LazadaAccess } from '../ports/access';
import type { DuePush, PushEnd } from '../ports/stock';
import type { Turn } from '../ports/turn';
import { writeFigureIssues } from './figure-issues';
import type { PushDeps } from './push-deps';
import { type Explanation, type Sent, writtenEnd } from './push-end';
import { isCampaignLock, isUnknownSku, refusalIssue } from './refusal-issue';
import { type FigureWriter, type Refusal, writeFigures } from './write-figures';

const FLOOR_AFTER_MS = 1_000;

/** What a decision made of one row: something to write, or an end without a write. */
export type Decided =
  | { push: DuePush; kind: 'send'; sent: Sent; explanation: Explanation }
  | { push: DuePush; kind: 'end'; end: PushEnd; issue?: Issue };

type ToSend = Extract<Decided, { kind: 'send' }>;
type Written = { ends: PushEnd[]; issues: Map<string, Issue>; unknownSku: boolean };

const isSend = (row: Decided): row is ToSend => row.kind === 'send';

async function writeRows(deps: PushDeps, writer: FigureWriter, rows: readonly ToSend[]): Promise<Written> {
  const writes = rows.map(({ push: { itemId, skuId, sellerSku }, sent }) => ({
    itemId,
    skuId,
    sellerSku,
    value: sent.value,
  }));
  const outcomes = await writeFigures(writer, writes);
  const written: Written = { ends: [], issues: new Map(), unknownSku: false };
  for (const { push, sent, explanation } of rows) {
    const outcome = outcomes.get(push.skuId) ?? { kind: 'lost', landed: false };
    const end = writtenEnd(push, sent, outcome, explanation, deps);
    const refused = outcome.kind === 'refused' && end.kind === 'parked' && end.outcome === 'issue';
    written.ends.push(refused ? withDebt(end, push, outcome.refusal, sent, deps.clock.now()) : end);
    if (refused) written.issues.set(push.variantId, refusalIssue(push, outcome.refusal, sent.value));
    written.unknownSku ||= outcome.kind === 'refused' && isUnknownSku(outcome.refusal);
  }
  return written;
}

/** What a campaign lock refused is owed (spec R10.6). The first time it is tried again at once, at the lock's floor. */
function withDebt(end: PushEnd, push: DuePush, refusal: Refusal, sent: Sent, now: number): PushEnd {
  if (push.figure !== 'quantity' || end.kind !== 'parked' || !isCampaignLock(refusal)) return end;
  const dueAt = push.owed === null ? new Date(now + FLOOR_AFTER_MS) : end.dueAt;
  return { ...end, dueAt, owed: Math.max(0, push.locked - sent.value) };
}

/** Trouble that this batch did not end: it waits, or a campaign still owes units. */
const isOpen = (end: PushEnd): boolean => (end.kind === 'parked' ? end.outcome === 'waiting' : (end.owed ?? 0) > 0);

/** Writes what was decided, settles every row, and says what is wrong. Answers how many rows were written to Lazada. */
export async function finishBatch(
  deps: PushDeps,
  turn: Turn,
  shop: { connectionId: string; auth: LazadaAccess; writer: FigureWriter },
  decided: readonly Decided[],
): Promise<number> {
  const toSend = decided.filter(isSend);
  if (toSend.length > 0) await shop.auth.beforeCall?.();
  const written = await writeRows(deps, shop.writer, toSend);
  const ends = [...decided.flatMap((row) => (row.kind === 'end' ? [row.end] : [])), ...written.ends];
  const at = new Date(deps.clock.now());
  await deps.pushes.settle(turn.merchantId, shop.connectionId, ends, at, turn.fence);
  const issues = new Map(written.issues);
  for (const row of decided) if (row.kind === 'end' && row.issue) issues.set(row.push.variantId, row.issue);
  const open = new Set(ends.filter(isOpen).map((end) => end.variantId));
  const rows = decided.map((row) => row.push);
  await writeFigureIssues(deps.issues, turn, shop.connectionId, rows, issues, open);
  if (written.unknownSku) await deps.catalogWishes.pullListings(turn.merchantId, shop.connectionId, at);
  return toSend.length;
}
