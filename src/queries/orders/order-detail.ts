import type { Tx } from '@/src/db/client';
import type { TenantDoor } from '@/src/db/tenant';
import { dong } from '@/src/domain/money';
import { type OrderTotals, orderTotals } from '@/src/domain/order/money';
import { orderItemId } from '@/src/domain/ids';
import { addressLine, type Buyer, buyerOf, type OpenedDetail, openDetail } from './buyer';
import { type HaravanSide, haravanSide } from './haravan-side';
import { type ActionRow, type OrderAbilities, orderAbilities, shownAction } from './order-abilities';
import { readActions } from './order-actions';
import { cancelRequestOf } from './order-items';
import { type OrderIssue, readOrderIssues } from './order-issues';
import { type OrderLine, type OrderParcel, toLine, toParcels } from './order-lines';
import { readVariantNames } from './variant-names';

export type OrderDetailView = {
  connectionId: string;
  lazadaOrderId: string;
  haravan: { id: string; name: string | null } | null;
  side: HaravanSide;
  createdAt: Date;
  firstSeenAt: Date;
  importedAt: Date | null;
  deadlineAt: Date | null;
  paymentMethod: string;
  decision: string;
  decisionReason: string | null;
  blockedBy: string | null;
  /** When a parked import is tried again. */
  dueAt: Date;
  isWaiting: boolean;
  statuses: string[];
  /** Null when the sealed part cannot be opened. */
  buyer: (Buyer & { address: string; note: string }) | null;
  money: OrderTotals | null;
  total: number;
  lines: OrderLine[];
  parcels: OrderParcel[];
  abilities: OrderAbilities;
  action: ActionRow | null;
  /** The buyer asks to cancel and waits for an answer until then. */
  cancelRequest: { until: Date | null } | null;
  /** Agreed to; logistics has still to confirm. */
  cancelPending: boolean;
  issues: OrderIssue[];
  trail: { at: Date; kind: string; lazadaOrderId: string | null; facts: Record<string, unknown> }[];
};

type Key = { connectionId: string; lazadaOrderId: string };

/** One order of the shop, or of another shop of the merchant when this one does not have it. Null: nobody has it. */
export function createOrderDetailQuery(door: TenantDoor, open: (sealed: string) => Promise<string>, now: () => number) {
  return async (merchantId: string, connectionId: string, lazadaOrderId: string): Promise<OrderDetailView | null> => {
    const read = await door(merchantId, (tx) => readOrder(tx, { connectionId, lazadaOrderId }, now()));
    if (!read) return null;
    const { sealed, ...view } = read;
    const detail = await openDetail(open, sealed);
    if (!detail) return { ...view, buyer: null, money: null };
    const buyer = { ...buyerOf(detail), address: addressLine(detail), note: detail.note };
    return { ...view, buyer, money: moneyOf(detail, view.lines) };
  };
}

function moneyOf(detail: OpenedDetail, lines: readonly OrderLine[]): OrderTotals {
  const items = lines.map((line) => {
    const price = dong(Math.round(line.itemPrice));
    return { orderItemId: orderItemId(line.orderItemId), itemPrice: price, voucher: dong(0), shippingFee: dong(0) };
  });
  return orderTotals({ items, voucher: dong(detail.voucher), shippingFee: dong(detail.shippingFee) });
}

async function findOrder(tx: Tx, { connectionId, lazadaOrderId }: Key) {
  const found = await tx.channelOrder.findMany({ where: { lazadaOrderId }, orderBy: { firstSeenAt: 'desc' } });
  return found.find((order) => order.connectionId === connectionId) ?? found[0] ?? null;
}

async function readOrder(tx: Tx, wanted: Key, nowMs: number) {
  const order = await findOrder(tx, wanted);
  if (!order) return null;
  const key = { connectionId: order.connectionId, lazadaOrderId: order.lazadaOrderId };
  const connection = await tx.connection.findUniqueOrThrow({ where: { id: key.connectionId } });
  const items = await tx.orderItem.findMany({ where: key, orderBy: { orderItemId: 'asc' } });
  const actions = (await readActions(tx, key.connectionId, [key.lazadaOrderId])).get(key.lazadaOrderId) ?? [];
  const names = await readVariantNames(
    tx,
    items.flatMap((item) => item.variantId ?? []),
  );
  const running = actions.filter((action) => action.state === 'wanted').map((action) => action.kind);
  const abilities = orderAbilities(items, running);
  const { haravanOrderId, haravanName, decisionReason } = order;
  const { orderProcessing } = connection;
  return {
    ...key,
    haravan: haravanOrderId === null ? null : { id: haravanOrderId, name: haravanName },
    side: haravanSide({ haravanOrderId, decisionReason, orderProcessing, items, actions }),
    createdAt: order.lazadaCreatedAt,
    firstSeenAt: order.firstSeenAt,
    importedAt: order.importedAt,
    deadlineAt: order.deadlineAt,
    paymentMethod: order.paymentMethod,
    decision: order.decision,
    decisionReason,
    blockedBy: order.blockedBy,
    dueAt: order.dueAt,
    isWaiting: order.wanted > order.done,
    statuses: order.statuses,
    total: order.total.toNumber(),
    sealed: order.detail,
    lines: items.map((item) => toLine(item, names)),
    parcels: toParcels(items),
    abilities,
    action: shownAction(actions, abilities, nowMs),
    cancelRequest: cancelRequestOf(items),
    cancelPending: items.some((item) => item.cancelPending && item.status !== 'canceled'),
    issues: await readOrderIssues(tx, key),
    trail: await readTrail(tx, key),
  };
}

const TRAIL_LENGTH = 200;

async function readTrail(tx: Tx, { connectionId, lazadaOrderId }: Key): Promise<OrderDetailView['trail']> {
  const rows = await tx.trailEvent.findMany({
    where: { connectionId, lazadaOrderId },
    orderBy: { id: 'desc' },
    take: TRAIL_LENGTH,
  });
  return rows.map(({ at, kind, facts }) => ({ at, kind, lazadaOrderId, facts: Object(facts) }));
}
