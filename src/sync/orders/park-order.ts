import { isPlatformError, type PlatformError } from '@/src/clients/http/platform-error';
import { outcomeOf, type TroubleKind } from '@/src/domain/issue/backoff';
import { lazadaOrderId } from '@/src/domain/ids';
import { reportOf } from '../issues/report-of';
import { AccessEnded } from '../ports/access';
import { DatabaseAway } from '../ports/database-away';
import type { OrderRecord } from '../ports/order-imports';
import { LeaseLost, type Turn } from '../ports/turn';
import type { ImportDeps } from './import-job';

/** `lane`: the platform itself is in trouble, so the turn ends; `row`: only this order waits. */
export type Parked = 'row' | 'lane';

const LANE_TROUBLE: readonly TroubleKind[] = ['throttled', 'unavailable', 'unauthorized'];
/** These say nothing about the order: it keeps its place. */
const NOT_THE_ORDER: readonly TroubleKind[] = ['throttled', 'unauthorized'];

export type OrderParkerDeps = Pick<ImportDeps, 'trail' | 'clock' | 'random' | 'log' | 'lateWriteMs'> & {
  orders: Pick<ImportDeps['orders'], 'park'>;
  issues: Pick<ImportDeps['issues'], 'report'>;
};

/** What parking needs of the order's job. */
type Stuck = {
  turn: Pick<Turn, 'merchantId' | 'fence'>;
  connection: { id: string };
  record: Pick<OrderRecord, 'lazadaOrderId' | 'attempts' | 'blockedBy'>;
};

export function createOrderParker({ orders, issues, trail, clock, random, log, lateWriteMs }: OrderParkerDeps) {
  async function park({ turn, connection, record }: Stuck, kind: TroubleKind, retryAfterMs?: number): Promise<void> {
    const trouble = retryAfterMs === undefined ? { kind } : { kind, retryAfterMs };
    // What held it up before, an outage or an answer to wait for, does not make a first refusal wait like a fifth.
    const attempt = record.blockedBy === kind ? record.attempts + 1 : 1;
    const outcome = outcomeOf(trouble, { attempt, nowMs: clock.now(), jitter: random(), lateWriteMs });
    const parking = { dueAt: new Date(outcome.dueAtMs), blockedBy: kind, attempts: attempt, failing: true };
    await orders.park(turn.merchantId, connection.id, record.lazadaOrderId, parking, turn.fence);
  }

  async function reportRefusal({ turn, connection, record }: Stuck, error: PlatformError): Promise<void> {
    const words = { platformCode: error.code ?? error.kind, platformMessage: error.platformMessage ?? '' };
    const facts = { orderId: lazadaOrderId(record.lazadaOrderId), ...words };
    await issues.report(turn.merchantId, [reportOf(connection.id, { code: 'order_create_failed', facts })], turn.fence);
    const { lazadaOrderId: id } = record;
    const event = { connectionId: connection.id, lazadaOrderId: id, kind: 'order_import_failed', facts: words };
    await trail.record(turn.merchantId, [event]);
  }

  /** One order that cannot be imported must not hold up the others (spec R8.4). */
  return async (job: Stuck, error: unknown): Promise<Parked> => {
    if (error instanceof LeaseLost || error instanceof AccessEnded || error instanceof DatabaseAway) throw error;
    if (!isPlatformError(error)) {
      log.error({ lazadaOrderId: job.record.lazadaOrderId, err: error }, 'an order could not be imported');
      await park(job, 'malformed');
      return 'row';
    }
    if (!NOT_THE_ORDER.includes(error.kind)) await park(job, error.kind, error.retryAfterMs);
    if (LANE_TROUBLE.includes(error.kind)) return 'lane';
    if (error.kind !== 'ambiguous') await reportRefusal(job, error);
    return 'row';
  };
}
