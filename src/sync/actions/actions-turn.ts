import { isPlatformError } from '@/src/clients/http/platform-error';
import { outcomeOf, type TroubleKind } from '@/src/domain/issue/backoff';
import { lazadaOrderId } from '@/src/domain/ids';
import { reportOf } from '../issues/report-of';
import type { OrderFeedReader } from '../orders/order-feed';
import type { AccessStore } from '../ports/access';
import type { ActionKind, ActionRecord, ActionStore } from '../ports/actions';
import type { IssueStore } from '../ports/issues';
import type { Trail } from '../ports/trail';
import type { Turn, TurnHandler, TurnQueue } from '../ports/turn';
import type { Clock, Random } from '../ports/world';
import { type ActionClient, type ActionOutcome, type BatchWork, oneByOne } from './action-job';
import { createCancellation } from './cancel-order';
import { createCancelDecision } from './decide-cancel';
import { createReadyToShip } from './make-ready-to-ship';

export type ActionsTurnDeps = {
  lazada: ActionClient;
  access: Pick<AccessStore, 'lazada'>;
  actions: ActionStore;
  feed: Pick<OrderFeedReader, 'refresh'>;
  turns: TurnQueue;
  issues: IssueStore;
  trail: Trail;
  clock: Clock;
  random: Random;
  /** How long after the client gave up a write may still land (design §6). */
  lateWriteMs: number;
};

type Ended = Exclude<ActionOutcome, { kind: 'later' }>;

const BATCH = 20;
/** Lazada may say "try again" for ever; the merchant must hear of it. */
const MAX_ATTEMPTS = 8;
const LANE_TROUBLE: readonly TroubleKind[] = ['throttled', 'unavailable', 'unauthorized'];
/** These say nothing about the action: it keeps its place, and goes on as soon as the lane does. */
const NOT_THE_ACTION: readonly TroubleKind[] = ['throttled', 'unauthorized'];

/** What may go in one call: only ready-to-ship has a batch, and the order in which things were pressed is kept. */
function batchesOf(actions: readonly ActionRecord[]): ActionRecord[][] {
  const batches: ActionRecord[][] = [];
  for (const action of actions) {
    const last = batches.at(-1);
    if (action.kind === 'ready_to_ship' && last?.[0]?.kind === 'ready_to_ship') last.push(action);
    else batches.push([action]);
  }
  return batches;
}

/** Lane `actions`: what merchants pressed on orders, done on Lazada first; Haravan follows what Lazada then shows (R4.6). */
export function createActionsTurn(deps: ActionsTurnDeps): TurnHandler {
  const { lazada, access, actions, feed, turns, issues, trail, clock, random, lateWriteMs } = deps;
  const work: Record<ActionKind, BatchWork> = {
    ready_to_ship: createReadyToShip(lazada),
    cancel: oneByOne(createCancellation(lazada)),
    accept_cancel: oneByOne(createCancelDecision(lazada, true)),
    refuse_cancel: oneByOne(createCancelDecision(lazada, false)),
  };
  const now = () => new Date(clock.now());

  const refusal = (connectionId: string, { lazadaOrderId: id, kind }: ActionRecord, outcome: Ended) => {
    const { code, message } = outcome.kind === 'refused' ? outcome : { code: '', message: '' };
    const facts = { orderId: lazadaOrderId(id), action: kind, platformCode: code, platformMessage: message };
    return reportOf(connectionId, { code: 'action_refused', facts });
  };

  async function park(turn: Turn, action: ActionRecord, kind: TroubleKind, retryAfterMs?: number): Promise<void> {
    const trouble = retryAfterMs === undefined ? { kind } : { kind, retryAfterMs };
    const tries = { attempt: action.attempts + 1, nowMs: clock.now(), jitter: random(), lateWriteMs };
    const { dueAtMs } = outcomeOf(trouble, tries);
    await actions.park(turn.merchantId, action.id, new Date(dueAtMs), turn.fence);
  }

  async function end(turn: Turn, connectionId: string, action: ActionRecord, outcome: Ended): Promise<void> {
    const { merchantId, fence } = turn;
    const report = refusal(connectionId, action, outcome);
    // After a lost answer it was our own hand.
    const nothingToDo = outcome.kind === 'done' && outcome.nothingToDo && action.attempts === 0;
    if (outcome.kind === 'done') {
      await actions.finish(merchantId, action.id, { state: 'done', nothingToDo }, now(), fence);
      await turns.request({ lane: 'orders', merchantId, connectionId });
      await issues.close(merchantId, [report.key], fence);
    } else {
      const { code, message } = outcome;
      await actions.finish(merchantId, action.id, { state: 'refused', code, message }, now(), fence);
      await issues.report(merchantId, [report], fence);
    }
    const facts = { action: action.kind, ...(nothingToDo ? { how: 'before' } : {}) };
    const event = { connectionId, lazadaOrderId: action.lazadaOrderId, kind: `action_${outcome.kind}`, facts };
    await trail.record(merchantId, [event]);
  }

  function endOf(action: ActionRecord, outcome: ActionOutcome): Ended | 'park' {
    if (outcome.kind !== 'later') return outcome;
    return action.attempts + 1 < MAX_ATTEMPTS ? 'park' : { ...outcome, kind: 'refused' };
  }

  async function settle(turn: Turn, connectionId: string, batch: ActionRecord[], outcomes: Map<string, ActionOutcome>) {
    const ends = batch.flatMap((action) => {
      const outcome = outcomes.get(action.id);
      return outcome ? [{ action, end: endOf(action, outcome) }] : [];
    });
    const ended = ends.flatMap(({ action, end: each }) => (each === 'park' ? [] : [action.lazadaOrderId]));
    // Read back before the actions end: afterwards nobody would come back for them.
    if (ended.length > 0) await feed.refresh(turn.merchantId, connectionId, ended);
    for (const { action, end: each } of ends) {
      if (each === 'park') await park(turn, action, 'unavailable');
      else await end(turn, connectionId, action, each);
    }
  }

  async function attempt(turn: Turn, connectionId: string, batch: ActionRecord[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    const auth = await access.lazada(turn.merchantId, connectionId);
    auth.priority = 'interactive';
    try {
      await settle(turn, connectionId, batch, await work[first.kind](auth, batch));
    } catch (error) {
      if (!isPlatformError(error)) throw error;
      const isTheirs = !NOT_THE_ACTION.includes(error.kind);
      if (isTheirs) for (const action of batch) await park(turn, action, error.kind, error.retryAfterMs);
      if (LANE_TROUBLE.includes(error.kind)) throw error;
    }
  }

  return async (turn) => {
    const { merchantId, connectionId } = turn;
    if (connectionId === null) return { more: false };
    for (const batch of batchesOf(await actions.due(merchantId, connectionId, now(), BATCH))) {
      if (turn.shouldStop()) break;
      await turn.keepAlive();
      await attempt(turn, connectionId, batch);
    }
    const nextAt = await actions.nextDueAt(merchantId, connectionId);
    return nextAt === null ? { more: false } : { more: nextAt <= now(), nextAt };
  };
}
