import { isPlatformError } from '@/src/clients/http/platform-error';
import { outcomeOf, type TroubleKind } from '@/src/domain/issue/backoff';
import { lazadaOrderId } from '@/src/domain/ids';
import { reportOf } from '../issues/report-of';
import type { OrderFeedReader } from '../orders/order-feed';
import type { AccessStore } from '../ports/access';
import type { ActionRecord, ActionStore } from '../ports/actions';
import type { IssueStore } from '../ports/issues';
import type { Trail } from '../ports/trail';
import type { Turn, TurnHandler, TurnQueue } from '../ports/turn';
import type { Clock, Random } from '../ports/world';
import type { ActionClient, ActionOutcome } from './action-job';
import { createCancellation } from './cancel-order';
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
};

type Ended = Exclude<ActionOutcome, { kind: 'later' }>;

const BATCH = 20;
/** Lazada may say "try again" for ever; the merchant must hear of it. */
const MAX_ATTEMPTS = 8;
const LANE_TROUBLE: readonly TroubleKind[] = ['throttled', 'unavailable', 'unauthorized'];

/** What Lazada refuses is an answer, in its own words. */
function asRefusal(error: unknown): ActionOutcome {
  if (!isPlatformError(error, 'rejected') && !isPlatformError(error, 'not_found')) throw error;
  return { kind: 'refused', code: error.code ?? error.kind, message: error.platformMessage ?? '' };
}

/** Lane `actions`: what merchants pressed on orders, done on Lazada first; Haravan follows what Lazada then shows (R4.6). */
export function createActionsTurn(deps: ActionsTurnDeps): TurnHandler {
  const { lazada, access, actions, feed, turns, issues, trail, clock, random } = deps;
  const work = { ready_to_ship: createReadyToShip(lazada), cancel: createCancellation(lazada) };
  const now = () => new Date(clock.now());

  const refusal = (connectionId: string, { lazadaOrderId: id, kind }: ActionRecord, outcome: Ended) => {
    const { code, message } = outcome.kind === 'refused' ? outcome : { code: '', message: '' };
    const facts = { orderId: lazadaOrderId(id), action: kind, platformCode: code, platformMessage: message };
    return reportOf(connectionId, { code: 'action_refused', facts });
  };

  async function park(turn: Turn, action: ActionRecord, kind: TroubleKind, retryAfterMs?: number): Promise<void> {
    const trouble = retryAfterMs === undefined ? { kind } : { kind, retryAfterMs };
    const { dueAtMs } = outcomeOf(trouble, { attempt: action.attempts + 1, nowMs: clock.now(), jitter: random() });
    await actions.park(turn.merchantId, action.id, new Date(dueAtMs), turn.fence);
  }

  async function end(turn: Turn, connectionId: string, action: ActionRecord, outcome: Ended): Promise<void> {
    const { merchantId, fence } = turn;
    const report = refusal(connectionId, action, outcome);
    if (outcome.kind === 'done') {
      await actions.finish(merchantId, action.id, { state: 'done' }, now(), fence);
      await turns.request({ lane: 'orders', merchantId, connectionId });
      await issues.close(merchantId, [report.key], fence);
    } else {
      const { code, message } = outcome;
      await actions.finish(merchantId, action.id, { state: 'refused', code, message }, now(), fence);
      await issues.report(merchantId, [report], fence);
    }
    const facts = { action: action.kind };
    const event = { connectionId, lazadaOrderId: action.lazadaOrderId, kind: `action_${outcome.kind}`, facts };
    await trail.record(merchantId, [event]);
  }

  async function settle(turn: Turn, connectionId: string, action: ActionRecord, outcome: ActionOutcome): Promise<void> {
    const patient = action.attempts + 1 < MAX_ATTEMPTS;
    if (outcome.kind === 'later' && patient) return park(turn, action, 'unavailable');
    // Read back before the action ends: afterwards nobody would come back for it.
    await feed.refresh(turn.merchantId, connectionId, [action.lazadaOrderId]);
    await end(turn, connectionId, action, outcome.kind === 'later' ? { ...outcome, kind: 'refused' } : outcome);
  }

  async function attempt(turn: Turn, connectionId: string, action: ActionRecord): Promise<void> {
    const auth = await access.lazada(turn.merchantId, connectionId);
    auth.priority = 'interactive';
    try {
      const outcome = await work[action.kind](auth, action).catch(asRefusal);
      await settle(turn, connectionId, action, outcome);
    } catch (error) {
      if (!isPlatformError(error)) throw error;
      await park(turn, action, error.kind, error.retryAfterMs);
      if (LANE_TROUBLE.includes(error.kind)) throw error;
    }
  }

  return async (turn) => {
    const { merchantId, connectionId } = turn;
    if (connectionId === null) return { more: false };
    for (const action of await actions.due(merchantId, connectionId, now(), BATCH)) {
      if (turn.shouldStop()) break;
      await turn.keepAlive();
      await attempt(turn, connectionId, action);
    }
    const nextAt = await actions.nextDueAt(merchantId, connectionId);
    return nextAt === null ? { more: false } : { more: nextAt <= now(), nextAt };
  };
}
