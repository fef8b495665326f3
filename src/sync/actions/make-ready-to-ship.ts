import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaElementResult, LazadaOrderSelection } from '@/src/clients/lazada/fulfillment';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import { itemState, readItemStatus } from '@/src/domain/order/item-status';
import type { LazadaAccess } from '../ports/access';
import type { ActionRecord } from '../ports/actions';
import {
  type ActionClient,
  type ActionOutcome,
  asRefusal,
  type BatchWork,
  DONE,
  DONE_BEFORE,
  refuse,
} from './action-job';

/** Lazada packs what is pending or whose parcel was dissolved (lazada.md §10.2). */
const PACKABLE = new Set(['pending', 'paid', 'topack', 'repacked']);
const PACKED = 'packed';
const MAX_PACKAGES = 20;

type Items = Map<string, LazadaOrderItem[]>;
type Outcomes = Map<string, ActionOutcome>;

const statusOf = (item: LazadaOrderItem) => item.status.toLowerCase();
const isOurs = (item: LazadaOrderItem) => !item.isFulfilledByLazada && !item.isDigital;
const isOnItsWay = (item: LazadaOrderItem) =>
  !['in_flight_only', 'pending', 'canceled', 'keep'].includes(itemState(readItemStatus(item.status)));

/** Null: every element succeeded. A successful call does not mean that (lazada.md §11.1). */
function firstFailure(results: readonly LazadaElementResult[]): ActionOutcome | null {
  const failed = results.filter((result) => !result.ok);
  const [first] = failed;
  if (!first) return null;
  const words = { code: first.code, message: first.message ?? '' };
  return { kind: failed.every((result) => result.retry) ? 'later' : 'refused', ...words };
}

function toPack({ lazadaOrderId, orderItemIds }: ActionRecord, items: Items): LazadaOrderSelection[] {
  const chosen = (items.get(lazadaOrderId) ?? []).filter(
    (item) => orderItemIds.length === 0 || orderItemIds.includes(item.orderItemId),
  );
  const ids = chosen.filter((item) => PACKABLE.has(statusOf(item))).map((item) => item.orderItemId);
  return ids.length > 0 ? [{ orderId: lazadaOrderId, orderItemIds: ids }] : [];
}

const packedIn = (items: readonly LazadaOrderItem[]) => [
  ...new Set(items.filter((item) => statusOf(item) === PACKED).flatMap((item) => item.packageId ?? [])),
];

/** For an order of which nothing was left to hand over. */
function withoutPackages(items: readonly LazadaOrderItem[], wasPacked: boolean): ActionOutcome {
  // Some shops go on to ready-to-ship with the packing itself (lazada.md §10.2).
  if (items.some(isOnItsWay)) return wasPacked ? DONE : DONE_BEFORE;
  return refuse('nothing_to_ship', items.map(statusOf).join(', '));
}

/**
 * Sẵn sàng giao hàng: pack, then ready-to-ship, up to 20 orders a call. When the second is refused the order stays packed, which
 * Haravan shows as before, and a repeat goes on from there (design §6). The orders' own state decides what is left to do, so a lost
 * answer is harmless.
 */
export function createReadyToShip(lazada: ActionClient): BatchWork {
  async function read(auth: LazadaAccess, orderIds: readonly string[]): Promise<Items> {
    if (orderIds.length === 0) return new Map();
    const answer = await lazada.getItemsOfOrders(auth, [...orderIds]);
    return new Map(answer.map(({ orderId, items }) => [orderId, items.filter(isOurs)]));
  }

  /** What was refused, by order. */
  async function pack(auth: LazadaAccess, selection: LazadaOrderSelection[]): Promise<Outcomes> {
    if (selection.length === 0) return new Map();
    const { allocateType, isPlatformDefault, providers } = await lazada.getShipmentProviders(auth, selection);
    const code = allocateType === 'NTFS' && !isPlatformDefault ? providers[0]?.code : undefined;
    const carrier = code === undefined ? { allocateType } : { allocateType, shipmentProviderCode: code };
    const { items } = await lazada.pack(auth, selection, carrier);
    return failuresBy(items, (item) => item.orderId);
  }

  /** What was refused, by package. */
  async function handOver(auth: LazadaAccess, packageIds: readonly string[]): Promise<Outcomes> {
    const refused: Outcomes = new Map();
    for (let from = 0; from < packageIds.length; from += MAX_PACKAGES) {
      const { packages } = await lazada.readyToShip(auth, packageIds.slice(from, from + MAX_PACKAGES));
      for (const [id, outcome] of failuresBy(packages, (each) => each.packageId)) refused.set(id, outcome);
    }
    return refused;
  }

  async function together(auth: LazadaAccess, actions: readonly ActionRecord[]): Promise<Outcomes> {
    const orderIds = actions.map((action) => action.lazadaOrderId);
    const before = await read(auth, orderIds);
    const selection = actions.flatMap((action) => toPack(action, before));
    const unpacked = await pack(auth, selection);
    const packing = new Set(selection.map(({ orderId }) => orderId));
    const after = packing.size > 0 ? await read(auth, orderIds) : before;
    const itemsOf = (orderId: string) => (unpacked.has(orderId) ? [] : (after.get(orderId) ?? []));
    const refused = await handOver(
      auth,
      orderIds.flatMap((orderId) => packedIn(itemsOf(orderId))),
    );
    const outcomeOf = (orderId: string): ActionOutcome => {
      const packageIds = packedIn(itemsOf(orderId));
      const failure =
        unpacked.get(orderId) ?? packageIds.map((id) => refused.get(id)).find((each) => each !== undefined);
      if (failure) return failure;
      return packageIds.length > 0 ? DONE : withoutPackages(after.get(orderId) ?? [], packing.has(orderId));
    };
    return new Map(actions.map(({ id, lazadaOrderId }) => [id, outcomeOf(lazadaOrderId)]));
  }

  /** A refusal of the whole call names no order: each is asked for alone, from the state that it is in by then. */
  return async function work(auth, actions) {
    try {
      return await together(auth, actions);
    } catch (error) {
      const outcome = asRefusal(error);
      if (actions.length === 1) return new Map(actions.map(({ id }) => [id, outcome]));
    }
    const outcomes: Outcomes = new Map();
    for (const action of actions) {
      try {
        for (const [id, outcome] of await work(auth, [action])) outcomes.set(id, outcome);
      } catch (error) {
        if (outcomes.size === 0 || !isPlatformError(error)) throw error;
        return outcomes;
      }
    }
    return outcomes;
  };
}

function failuresBy<Result extends LazadaElementResult>(
  results: readonly Result[],
  keyOf: (result: Result) => string,
): Outcomes {
  const groups = [...Map.groupBy(results, keyOf)];
  return new Map(
    groups.flatMap(([key, group]) => {
      const failure = firstFailure(group);
      return failure ? [[key, failure] as const] : [];
    }),
  );
}
