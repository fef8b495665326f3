import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { haravanOrderId, lazadaOrderId } from '@/src/domain/ids';
import { reportKey, reportOf } from '../issues/report-of';
import { isSameOrder } from '../mapping/same-order';
import { CHANNEL } from '../mapping/sales-channel';
import { AccessEnded, type AccessStore, type ConnectionView, type HaravanAccess } from '../ports/access';
import type { IssueStore } from '../ports/issues';
import type { LinkedOrder, OrderDoublesStore } from '../ports/order-doubles';
import type { OrderImportStore } from '../ports/order-imports';
import type { Turn } from '../ports/turn';
import type { Clock } from '../ports/world';
import { ordersSince } from './haravan-order-scan';

export type CompareOrdersDeps = {
  haravan: Pick<HaravanClient, 'listOrders' | 'getOrder'>;
  access: Pick<AccessStore, 'haravan'>;
  doubles: OrderDoublesStore;
  orders: Pick<OrderImportStore, 'load' | 'alreadyLinked'>;
  issues: Pick<IssueStore, 'report' | 'close'>;
  clock: Clock;
};

/** Looks, once an hour, whether orders stand twice in Haravan, and whether what was reported is over (spec R8.2, R8.3). */
export type CompareOrders = (turn: Turn, connection: ConnectionView) => Promise<void>;

const HOUR_MS = 3_600_000;
const FIRST_LOOK_BACK_MS = 24 * HOUR_MS;
/** Another channel that has brought in nothing for so long is switched off. */
const QUIET_MS = 24 * HOUR_MS;

type Scene = { turn: Turn; connection: ConnectionView; auth: HaravanAccess };

const doubledIssue = (id: string, haravanOrderIds: readonly string[]) =>
  ({
    code: 'order_doubled',
    facts: { orderId: lazadaOrderId(id), haravanOrderIds: haravanOrderIds.map(haravanOrderId) },
  }) as const;
const channelIssue = (channel: string) => ({ code: 'other_channel_writes_stock', facts: { channel } }) as const;

export function createCompareOrders(deps: CompareOrdersDeps): CompareOrders {
  const { haravan, access, doubles, orders, issues, clock } = deps;

  async function living({ auth }: Scene, id: string): Promise<HaravanOrder[]> {
    try {
      const order = await haravan.getOrder(auth, id);
      return order.isCanceled ? [] : [order];
    } catch (error) {
      if (isPlatformError(error, 'not_found')) return [];
      throw error;
    }
  }

  /** Haravan orders by the number that they bear, where it may be one of Lazada's. */
  async function byNumber({ auth }: Scene, sinceMs: number): Promise<Map<string, HaravanOrder[]>> {
    const found = new Map<string, HaravanOrder[]>();
    for await (const order of ordersSince(haravan, auth, sinceMs)) {
      const number = /^\d{6,}$/.test(order.name) ? order.name : order.orderNumber;
      if (number !== undefined) found.set(number, [...(found.get(number) ?? []), order]);
    }
    return found;
  }

  /** Orders of the same number that live beside the one that we follow. */
  async function others(scene: Scene, linked: LinkedOrder, found: readonly HaravanOrder[]): Promise<HaravanOrder[]> {
    const beside = found.filter((order) => order.id !== linked.haravanOrderId && !order.isCanceled);
    if (beside.length === 0 || linked.haravanOrderId === null) return [];
    const { turn, connection } = scene;
    const ids = beside.map((order) => order.id);
    // Another shop's order may bear the same number (lazada.md §9.4).
    const taken = await orders.alreadyLinked(turn.merchantId, ids);
    const record = await orders.load(turn.merchantId, connection.id, linked.lazadaOrderId);
    return record ? beside.filter((order) => !taken.has(order.id) && isSameOrder(order, connection, record)) : [];
  }

  async function reportDouble(scene: Scene, linked: LinkedOrder, beside: readonly HaravanOrder[]): Promise<void> {
    const own = linked.haravanOrderId === null ? [] : await living(scene, linked.haravanOrderId);
    const all = [...own, ...beside].map((order) => order.id);
    if (all.length < 2) return;
    const { turn, connection } = scene;
    const issue = doubledIssue(linked.lazadaOrderId, all);
    await issues.report(turn.merchantId, [reportOf(connection.id, issue)], turn.fence);
  }

  /** Reports doubles among the orders made since then; answers which other channels made some. */
  async function scan(scene: Scene, sinceMs: number): Promise<Set<string>> {
    const { turn, connection } = scene;
    const found = await byNumber(scene, sinceMs);
    const channels = new Set<string>();
    for (const linked of await doubles.byNumbers(turn.merchantId, connection.id, [...found.keys()])) {
      const bearing = found.get(linked.lazadaOrderId) ?? [];
      const beside = await others(scene, linked, bearing);
      if (beside.length > 0) await reportDouble(scene, linked, beside);
      const takenOver = linked.madeByUs ? [] : bearing.filter((order) => order.id === linked.haravanOrderId);
      for (const order of [...beside, ...takenOver]) {
        if (order.createdAt.getTime() >= sinceMs) channels.add(order.source ?? CHANNEL);
      }
    }
    return channels;
  }

  async function closeWhatIsOver(scene: Scene, active: ReadonlySet<string>): Promise<void> {
    const { turn, connection } = scene;
    const { doubled, otherChannels } = await doubles.open(turn.merchantId, connection.id);
    const over: string[] = [];
    for (const { lazadaOrderId: id, haravanOrderIds } of doubled) {
      const alive: HaravanOrder[] = [];
      for (const each of haravanOrderIds) alive.push(...(await living(scene, each)));
      if (alive.length < 2) over.push(reportKey(connection.id, doubledIssue(id, haravanOrderIds)));
    }
    for (const { channel, lastSeenAt } of otherChannels) {
      const isQuiet = !active.has(channel) && lastSeenAt.getTime() < clock.now() - QUIET_MS;
      if (isQuiet) over.push(reportKey(connection.id, channelIssue(channel)));
    }
    await issues.close(turn.merchantId, over, turn.fence);
    const still = [...active].map((channel) => reportOf(connection.id, channelIssue(channel)));
    await issues.report(turn.merchantId, still, turn.fence);
  }

  return async (turn, connection) => {
    const startedAt = clock.now();
    const comparedAt = await doubles.comparedAt(turn.merchantId, connection.id);
    if (comparedAt !== null && comparedAt.getTime() > startedAt - HOUR_MS) return;
    try {
      const scene = { turn, connection, auth: await access.haravan(turn.merchantId) };
      const active = await scan(scene, comparedAt?.getTime() ?? startedAt - FIRST_LOOK_BACK_MS);
      await closeWhatIsOver(scene, active);
    } catch (error) {
      // Nobody waits for it: an order that came in meanwhile goes first, and the next turn tries again.
      if (!isPlatformError(error) && !(error instanceof AccessEnded)) throw error;
      return;
    }
    await doubles.compared(turn.merchantId, connection.id, new Date(startedAt), turn.fence);
  };
}
