import type { Issue } from '@/src/domain/issue/codes';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaAccess } from '../ports/access';
import type { ListingRecord } from '../ports/catalog';
import type { DuePush, IssueNews, PushEnd } from '../ports/stock';
import { LeaseLost } from '../ports/turn';
import type { Figure } from '../ports/wishes';
import { inBatches } from './batches';
import { figureIssues } from './figure-issues';
import type { PushTurn } from './push-turn';
import type { Settling } from './settling';
import type { PushDeps } from './push-deps';
import { type Explanation, type Sent, writtenEnd } from './push-end';
import { readListings } from './read-listings';
import { isCampaignLock, isUnknownSku, refusalIssue } from './refusal-issue';
import { sideBySide } from './side-by-side';
import { type FigureWriter, type Refusal, type WriteOutcome, writeFigures } from './write-figures';

const FLOOR_AFTER_MS = 1_000;

/** What a decision made of one row: something to write, or an end without a write. */
export type Decided =
  | { push: DuePush; kind: 'send'; sent: Sent; explanation: Explanation }
  | { push: DuePush; kind: 'end'; end: PushEnd; issue?: Issue };

type ToSend = Extract<Decided, { kind: 'send' }>;
type Written = { rows: readonly ToSend[]; ends: PushEnd[]; issues: Map<string, Issue>; unknownSku: boolean };

const isSend = (row: Decided): row is ToSend => row.kind === 'send';
const isEnd = (row: Decided) => row.kind === 'end';

type Shop = {
  connectionId: string;
  figure: Figure;
  auth: LazadaAccess;
  writer: FigureWriter;
  settling: Settling;
};
type Outcomes = ReadonlyMap<string, WriteOutcome>;

/** How many units a campaign holds is read when it refuses, so that Lỗi can say what is owed (spec R10.6). */
async function readLocks(deps: PushDeps, shop: Shop, rows: readonly ToSend[], outcomes: Outcomes) {
  const refused = rows.filter(({ push }) => {
    const outcome = outcomes.get(push.skuId);
    return push.figure === 'quantity' && outcome?.kind === 'refused' && isCampaignLock(outcome.refusal);
  });
  try {
    const skus = refused.map(({ push }) => push);
    return await readListings(deps.lazada, shop.auth, skus, deps.clock.now());
  } catch (error) {
    if (isPlatformError(error) && error.kind !== 'unauthorized') return new Map<string, ListingRecord>();
    throw error;
  }
}

async function writeRows(deps: PushDeps, shop: Shop, rows: readonly ToSend[]): Promise<Written> {
  const writes = rows.map(({ push: { itemId, skuId, sellerSku }, sent }) => ({
    itemId,
    skuId,
    sellerSku,
    value: sent.value,
  }));
  const outcomes = await writeFigures(shop.writer, writes);
  const locks = await readLocks(deps, shop, rows, outcomes);
  const written: Written = { rows, ends: [], issues: new Map(), unknownSku: false };
  for (const { push: taken, sent, explanation } of rows) {
    const push = { ...taken, locked: heldBy(locks.get(taken.skuId)) ?? taken.locked };
    const outcome = outcomes.get(push.skuId) ?? { kind: 'lost', landed: false };
    const end = writtenEnd(push, sent, outcome, explanation, deps);
    const refused = outcome.kind === 'refused' && end.kind === 'parked' && end.outcome === 'issue';
    const floorKnown = (locks.get(taken.skuId)?.locked ?? taken.locked) > 0;
    const retryAt = floorKnown ? deps.clock.now() + FLOOR_AFTER_MS : null;
    written.ends.push(refused ? withDebt(end, push, outcome.refusal, sent, retryAt) : end);
    if (refused) written.issues.set(push.variantId, refusalIssue(push, outcome.refusal, sent.value));
    written.unknownSku ||= outcome.kind === 'refused' && isUnknownSku(outcome.refusal);
  }
  return written;
}

/**
 * Units that a campaign holds. Some locks name no number (lazada.md §7.4: stock may be raised but not lowered): there all that is
 * on sale is held.
 */
const heldBy = (record: ListingRecord | undefined): number | undefined =>
  record && (record.locked > 0 ? record.locked : (record.sellable ?? 0));

/** What a campaign lock refused is owed (spec R10.6). Where its floor is known, that is sent at once, the first time. */
function withDebt(end: PushEnd, push: DuePush, refusal: Refusal, sent: Sent, retryAt: number | null): PushEnd {
  if (push.figure !== 'quantity' || end.kind !== 'parked' || !isCampaignLock(refusal)) return end;
  const dueAt = push.owed === null && retryAt !== null ? new Date(retryAt) : end.dueAt;
  return { ...end, dueAt, owed: Math.max(0, push.locked - sent.value) };
}

/** Trouble that this batch did not end: it waits, or a campaign still owes units. */
const isOpen = (end: PushEnd): boolean => (end.kind === 'parked' ? end.outcome === 'waiting' : (end.owed ?? 0) > 0);

/**
 * A turn that stood still may have written after its lease had gone, over what the turn that has it now wrote: then nobody knows
 * what Lazada has. Those figures are forgotten and wished again, for whoever has the turn (spec R8.1).
 */
async function settle(
  deps: PushDeps,
  turn: PushTurn,
  shop: Shop,
  batch: { ends: readonly PushEnd[]; issues: IssueNews },
  sent: readonly ToSend[],
): Promise<void> {
  const { merchantId } = turn;
  const { connectionId } = shop;
  try {
    await deps.pushes.settle(merchantId, connectionId, batch, new Date(deps.clock.now()), turn.fence);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    const wish = { variantIds: sent.map(({ push }) => push.variantId), cause: 'drift', connectionId };
    const forgotten = { ...wish, figures: [shop.figure], forgetBelief: true };
    await deps.pushes.wish(merchantId, forgotten, new Date(deps.clock.now()));
    throw error;
  } finally {
    for (const { variantId } of batch.ends) turn.onTheWay[shop.figure].delete(variantId);
  }
}

/**
 * Writes what was decided, some batches side by side. Every row whose fate is known is then settled, with what is wrong with it, while the
 * turn goes on. Answers how many rows were written to Lazada.
 * @throws whatever one of the writes met, once what the others reached is kept
 */
export async function finishBatches(
  deps: PushDeps,
  turn: PushTurn,
  shop: Shop,
  decided: readonly Decided[],
): Promise<number> {
  const toSend = decided.filter(isSend);
  // A process that was stopped since it read the stock must not write over what its successor wrote.
  if (toSend.length > 0) await turn.keepAlive();
  const batches = inBatches(toSend, deps.batches.skus);
  const { done, failure } = await sideBySide(batches, (rows) => writeRows(deps, shop, rows));
  const ended = decided.filter(isEnd);
  const sent = done.flatMap(({ rows }) => rows);
  const ends = [...ended.map(({ end }) => end), ...done.flatMap((written) => written.ends)];
  const issues = new Map(done.flatMap((written) => [...written.issues]));
  for (const { push, issue } of ended) if (issue) issues.set(push.variantId, issue);
  const open = new Set(ends.filter(isOpen).map((end) => end.variantId));
  const rows = [...ended, ...sent].map((row) => row.push);
  const news = figureIssues(shop.connectionId, shop.figure, rows, issues, open);
  if (rows.length > 0) await shop.settling.begin(() => settle(deps, turn, shop, { ends, issues: news }, sent));
  if (done.some(({ unknownSku }) => unknownSku))
    await deps.catalogWishes.pullListings(turn.merchantId, shop.connectionId, new Date(deps.clock.now()));
  if (failure) throw failure.reason;
  return sent.length;
}
