import { diffLinks } from '@/src/domain/catalog/diff-links';
import { MATCH_CODES, type MatchIssue, matchCatalog } from '@/src/domain/catalog/match';
import type { IssueCode } from '@/src/domain/issue/codes';
import { reportKey, reportOf } from '../issues/report-of';
import type { MatchClosure, MatchOutcome, MatchStore, PublicationStore, PublicationWish } from '../ports/catalog';
import type { IssueReport, IssueStore } from '../ports/issues';
import type { Turn, TurnQueue } from '../ports/turn';
import type { Clock } from '../ports/world';

const BATCH = 100;
const NOT_READ_RETRY_MS = 60_000;
/** So many of the lost SKUs are named; the rest is a number. */
const NAMED_ORPHANS = 100;
const PRODUCT_CODES: readonly IssueCode[] = ['variant_duplicate_barcode_in_product'];

export type MatchDeps = {
  matches: MatchStore;
  publications: Pick<PublicationStore, 'finishRuns'>;
  issues: IssueStore;
  turns: TurnQueue;
  clock: Clock;
};

type Matched = { outcome: MatchOutcome; issues: MatchIssue[]; variantIds: string[] };

const subjectOf = (issue: MatchIssue): string =>
  'variantId' in issue.facts ? issue.facts.variantId : issue.facts.productId;

/**
 * The closure also holds variants of other products, because they may bear the same codes; it is complete only for the
 * products asked about, so only these are judged.
 */
export function matchProducts(closure: MatchClosure, due: readonly PublicationWish[]): Matched {
  const mine = new Set(due.map((publication) => publication.productId));
  const productOf = new Map<string, string>();
  for (const { variantId, productId } of closure.variants) if (mine.has(productId)) productOf.set(variantId, productId);
  const match = matchCatalog(closure);
  const links = match.links.filter((link) => productOf.has(link.variantId));
  const { added, kept, removed } = diffLinks(closure.links, links);
  const named = added.map((link) => ({ ...link, productId: productOf.get(link.variantId) ?? '' }));
  return {
    outcome: { publications: due, added: named, kept, removed },
    issues: match.issues.filter((issue) => productOf.has(subjectOf(issue)) || mine.has(subjectOf(issue) as never)),
    variantIds: [...new Set([...productOf.keys(), ...removed.map((link) => link.variantId)])],
  };
}

async function writeIssues(deps: MatchDeps, turn: Turn, connectionId: string, matched: Matched): Promise<void> {
  const { merchantId, fence } = turn;
  const reports = matched.issues.map((issue) => reportOf(connectionId, issue));
  const of = (kind: IssueReport['subjectKind']) => reports.filter((report) => report.subjectKind === kind);
  const productIds = matched.outcome.publications.map((publication) => publication.productId);
  const variants = { connectionId, subjectKind: 'variant' as const };
  await deps.issues.replace(
    merchantId,
    { ...variants, subjectIds: matched.variantIds, codes: MATCH_CODES },
    of('variant'),
    fence,
  );
  const products = { connectionId, subjectKind: 'product' as const, subjectIds: productIds, codes: PRODUCT_CODES };
  await deps.issues.replace(merchantId, products, of('product'), fence);
}

/** Says how many SKUs Lazada still sells that nothing feeds any more (spec R2.6), or that there are none. */
export async function reportOrphans(
  deps: { matches: Pick<MatchStore, 'orphans'>; issues: Pick<IssueStore, 'report' | 'close'> },
  merchantId: string,
  connectionId: string,
): Promise<void> {
  const { total, links } = await deps.matches.orphans(merchantId, connectionId, NAMED_ORPHANS);
  const issue = { code: 'link_lost' as const, facts: { listings: links } };
  if (total === 0) return deps.issues.close(merchantId, [reportKey(connectionId, issue)]);
  const report = reportOf(connectionId, issue);
  await deps.issues.report(merchantId, [{ ...report, facts: { ...report.facts, total } }]);
}

async function matchBatch(deps: MatchDeps, turn: Turn, connectionId: string, due: readonly PublicationWish[]) {
  const productIds = due.map((publication) => publication.productId);
  const closure = await deps.matches.closure(turn.merchantId, connectionId, productIds);
  const matched = matchProducts(closure, due);
  await writeIssues(deps, turn, connectionId, matched);
  const at = new Date(deps.clock.now());
  await deps.matches.save(turn.merchantId, connectionId, matched.outcome, at, turn.fence);
  return matched.outcome;
}

export type MatchResult = { more: boolean; nextAt: Date | null };

/** Matches what was published or touched (spec R2.1–R2.7), 100 products at a time. @param catalogChanged Lazada was read anew */
export async function matchPublications(
  deps: MatchDeps,
  turn: Turn,
  connectionId: string,
  catalogChanged: boolean,
): Promise<MatchResult> {
  const { merchantId } = turn;
  if (!(await deps.matches.canMatch(merchantId, connectionId))) {
    const until = new Date(deps.clock.now() + NOT_READ_RETRY_MS);
    await deps.matches.postpone(merchantId, connectionId, until, turn.fence);
    return { more: false, nextAt: null };
  }
  let lost = catalogChanged;
  let more = false;
  for (;;) {
    const due = await deps.matches.takeDue(merchantId, connectionId, new Date(deps.clock.now()), BATCH);
    more = due.length > 0;
    if (!more || turn.shouldStop()) break;
    const { added, removed } = await matchBatch(deps, turn, connectionId, due);
    lost ||= removed.length > 0;
    if (added.length > 0) await deps.turns.request({ lane: 'stock', merchantId, connectionId });
    await turn.keepAlive();
    await turn.letOthersGo();
  }
  if (lost) await reportOrphans(deps, merchantId, connectionId);
  await deps.publications.finishRuns(merchantId, connectionId, new Date(deps.clock.now()));
  return { more, nextAt: await deps.matches.nextDue(merchantId, connectionId) };
}
