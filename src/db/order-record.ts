import type { CreateState, OrderDecision, OrderItemRecord, OrderRecord } from '@/src/sync/ports/order-imports';
import { actionKind } from './action-store';
import type { Tx } from './client';
import type { ChannelOrder, OrderItem } from './generated/client';

const CREATE_STATES: readonly CreateState[] = ['none', 'trying', 'ambiguous', 'created'];
const DECISIONS: readonly OrderDecision[] = ['waiting', 'imported', 'skipped', 'failing'];

/** Columns hold text; a word that we never write would be a fault of ours. */
function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new Error(`unexpected value in a column: ${text}`);
  return word;
}

function toItem(row: OrderItem): OrderItemRecord {
  const { merchantId: _merchant, connectionId: _connection, lazadaOrderId: _order, itemPrice, ...rest } = row;
  return { ...rest, itemPrice: itemPrice.toNumber() };
}

type SealedRecord = { record: Omit<OrderRecord, 'detail'>; sealed: string };

function toRecord(row: ChannelOrder): Omit<OrderRecord, 'detail' | 'items' | 'packages' | 'doneActions'> {
  return {
    lazadaOrderId: row.lazadaOrderId,
    createdAt: row.lazadaCreatedAt,
    paymentMethod: row.paymentMethod,
    wasPaid: row.wasPaid,
    wanted: row.wanted,
    attempts: row.attempts,
    blockedBy: row.blockedBy,
    decision: oneOf(DECISIONS, row.decision),
    decisionReason: row.decisionReason,
    force: row.force,
    importAnyway: row.importAnyway,
    createState: oneOf(CREATE_STATES, row.createState),
    createStartedAt: row.createStartedAt,
    createScans: row.createScans,
    haravanOrderId: row.haravanOrderId,
    importedAt: row.importedAt,
  };
}

/** One order with all that its import looks at; the buyer's part still sealed. */
export async function readOrderRecord(
  tx: Tx,
  connectionId: string,
  lazadaOrderId: string,
): Promise<SealedRecord | null> {
  const key = { connectionId, lazadaOrderId };
  const row = await tx.channelOrder.findUnique({ where: { connectionId_lazadaOrderId: key } });
  if (!row) return null;
  const items = await tx.orderItem.findMany({ where: key, orderBy: { orderItemId: 'asc' } });
  const packages = await tx.orderPackage.findMany({ where: key });
  const actions = await tx.orderAction.findMany({ where: { ...key, state: 'done' }, select: { kind: true } });
  return {
    sealed: row.detail,
    record: {
      ...toRecord(row),
      items: items.map(toItem),
      packages: packages.map(({ packageId, haravanFulfillmentId }) => ({
        packageId,
        fulfillmentId: haravanFulfillmentId,
      })),
      doneActions: actions.map(({ kind }) => actionKind(kind)),
    },
  };
}
