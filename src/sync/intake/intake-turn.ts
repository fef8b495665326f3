import type { LazadaPush } from '@/src/clients/lazada/push';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { reportOf } from '../issues/report-of';
import { AccessEnded } from '../ports/access';
import { DatabaseAway } from '../ports/database-away';
import type { ConnectionStore, MerchantStore, MerchantView } from '../ports/connection';
import type { InboxRow, InboxStore } from '../ports/inbox';
import type { IssueStore } from '../ports/issues';
import { LeaseLost, type Turn, type TurnHandler } from '../ports/turn';
import type { Clock, Log } from '../ports/world';
import { type Effect, malformed, type Planned } from './effect';
import { planHaravan } from './plan-haravan';
import { planLazada } from './plan-lazada';

const BATCH = 200;
const MAX_ATTEMPTS = 6;
const RETRY_MS = 5_000;

export type IntakeTurnDeps = {
  inbox: InboxStore;
  merchants: Pick<MerchantStore, 'find'>;
  connections: Pick<ConnectionStore, 'list'>;
  apply(merchantId: string, effects: readonly Effect[]): Promise<void>;
  /** Acts on an uninstall, or finds that it is an old message sent again. */
  uninstalled(merchant: MerchantView, row: InboxRow): Promise<void>;
  parsePush(json: unknown): LazadaPush | undefined;
  issues: IssueStore;
  clock: Clock;
  log: Log;
};

type PlannedRow = { row: InboxRow; planned: Planned };

const effectsOf = ({ planned }: PlannedRow): readonly Effect[] => (planned.kind === 'effects' ? planned.effects : []);

const endsAll = (each: PlannedRow): boolean => effectsOf(each).some((effect) => effect.kind === 'uninstall');

/** Lane `intake`: the merchant's messages in the order of their arrival. One that cannot be read stops no other (R8.4). */
export function createIntakeTurn(deps: IntakeTurnDeps): TurnHandler {
  const now = () => new Date(deps.clock.now());

  function plan(row: InboxRow, merchant: MerchantView, shops: ReadonlyMap<string, string>): Planned {
    try {
      const json: unknown = JSON.parse(row.body);
      if (row.source === 'haravan') return planHaravan(row.topic, json, merchant.orgId);
      const push = deps.parsePush(json);
      return push ? planLazada(push, shops.get(push.sellerId) ?? null) : malformed('not a push');
    } catch {
      return malformed('not JSON');
    }
  }

  async function liveShops(merchantId: string): Promise<Map<string, string>> {
    const known = await deps.connections.list(merchantId);
    const live = known.filter((shop) => shop.state !== 'disconnected');
    return new Map(live.map((shop) => [shop.sellerId, shop.connectionId]));
  }

  async function reportBad(turn: Turn, rows: readonly { row: InboxRow; why: string }[]): Promise<void> {
    const reports = rows.map(({ row: { source: platform, topic }, why }) =>
      reportOf(null, { code: 'webhook_malformed', facts: { platform, topic, why } }),
    );
    await deps.issues.report(turn.merchantId, reports, turn.fence);
  }

  async function giveUpOrPostpone(turn: Turn, row: InboxRow, error: unknown): Promise<void> {
    const why = error instanceof Error ? error.message : String(error);
    deps.log.error({ merchantId: turn.merchantId, topic: row.topic, err: error }, 'a message could not be worked on');
    if (row.attempts + 1 < MAX_ATTEMPTS) {
      const until = new Date(deps.clock.now() + RETRY_MS * 2 ** row.attempts);
      return deps.inbox.postpone(turn.merchantId, row.id, until, why, turn.fence);
    }
    await reportBad(turn, [{ row, why: 'it could not be worked on' }]);
    await deps.inbox.processed(turn.merchantId, [{ id: row.id, error: why }], now(), turn.fence);
  }

  async function oneByOne(turn: Turn, rows: readonly PlannedRow[]): Promise<void> {
    for (const each of rows) {
      try {
        await deps.apply(turn.merchantId, effectsOf(each));
        await deps.inbox.processed(turn.merchantId, [{ id: each.row.id }], now(), turn.fence);
      } catch (error) {
        if (isOfTheTurn(error)) throw error;
        await giveUpOrPostpone(turn, each.row, error);
      }
    }
  }

  async function together(turn: Turn, rows: readonly PlannedRow[]): Promise<void> {
    try {
      await deps.apply(turn.merchantId, rows.flatMap(effectsOf));
    } catch (error) {
      if (isOfTheTurn(error)) throw error;
      // One of them is poison: find it without losing the others.
      return oneByOne(turn, rows);
    }
    await deps.inbox.processed(
      turn.merchantId,
      rows.map(({ row }) => ({ id: row.id })),
      now(),
      turn.fence,
    );
  }

  async function work(turn: Turn, merchant: MerchantView, rows: readonly InboxRow[]): Promise<void> {
    const shops = await liveShops(merchant.id);
    const planned = rows.map((row) => ({ row, planned: plan(row, merchant, shops) }));
    const bad = planned.flatMap(({ row, planned: each }) =>
      each.kind === 'malformed' ? [{ row, why: each.why }] : [],
    );
    if (bad.length > 0) await reportBad(turn, bad);
    const refused = bad.map(({ row, why }) => ({ id: row.id, error: why }));
    await deps.inbox.processed(merchant.id, refused, now(), turn.fence);
    const understood = planned.filter((each) => each.planned.kind === 'effects');
    await together(
      turn,
      understood.filter((each) => !endsAll(each)),
    );
    for (const { row } of understood.filter(endsAll)) {
      await deps.uninstalled(merchant, row);
      await deps.inbox.processed(merchant.id, [{ id: row.id }], now(), turn.fence);
    }
  }

  return async (turn) => {
    const { merchantId } = turn;
    const merchant = await deps.merchants.find(merchantId);
    const rows = await deps.inbox.due(merchantId, now(), BATCH);
    if (merchant?.status === 'installed') await work(turn, merchant, rows);
    else
      await deps.inbox.processed(
        merchantId,
        rows.map(({ id }) => ({ id })),
        now(),
        turn.fence,
      );
    const nextAt = await deps.inbox.nextDueAt(merchantId);
    if (nextAt === null) return { more: false };
    return { more: nextAt.getTime() <= deps.clock.now(), nextAt };
  };
}

/** Trouble of the whole turn, not of one message. */
function isOfTheTurn(error: unknown): boolean {
  return (
    error instanceof LeaseLost ||
    error instanceof AccessEnded ||
    error instanceof DatabaseAway ||
    isPlatformError(error)
  );
}
