import { randomUUID } from 'node:crypto';
import type { ActionKind, ActionRecord, ActionStore } from '@/src/sync/ports/actions';
import type { Tx } from './client';
import type { OrderAction } from './generated/client';
import type { TenantDoor } from './tenant';

const KINDS: readonly ActionKind[] = ['ready_to_ship', 'cancel', 'accept_cancel', 'refuse_cancel'];
export const actionKind = (kind: string): ActionKind => KINDS.find((known) => known === kind) ?? 'ready_to_ship';

const toRecord = ({
  id,
  lazadaOrderId,
  kind,
  reasonName,
  orderItemIds,
  attempts,
  requestedBy,
}: OrderAction): ActionRecord => ({
  id,
  lazadaOrderId,
  kind: actionKind(kind),
  reasonName,
  orderItemIds,
  attempts,
  requestedBy,
});

async function ownOrders(tx: Tx, connectionId: string, lazadaOrderIds: readonly string[]): Promise<string[]> {
  const where = { connectionId, lazadaOrderId: { in: [...lazadaOrderIds] } };
  const rows = await tx.channelOrder.findMany({ where, select: { lazadaOrderId: true } });
  return rows.map((row) => row.lazadaOrderId);
}

function requesting(door: TenantDoor): Pick<ActionStore, 'request' | 'withdraw' | 'ownOrders' | 'packages'> {
  return {
    ownOrders: (merchantId, connectionId, ids) => door(merchantId, (tx) => ownOrders(tx, connectionId, ids)),
    request: (merchantId, connectionId, requests, { by, runId, at }) =>
      door(merchantId, async (tx) => {
        const ids = requests.map((request) => request.lazadaOrderId);
        const own = new Set(await ownOrders(tx, connectionId, ids));
        const data = requests
          .filter((request) => own.has(request.lazadaOrderId))
          .map(({ orderItemIds = [], ...request }) => {
            const wish = {
              id: randomUUID(),
              runId,
              merchantId,
              connectionId,
              requestedBy: by,
              createdAt: at,
              dueAt: at,
            };
            return { ...request, ...wish, orderItemIds: [...orderItemIds] };
          });
        const select = { lazadaOrderId: true };
        const made = await tx.orderAction.createManyAndReturn({ data, skipDuplicates: true, select });
        const wished = made.map((action) => action.lazadaOrderId);
        return { wished, underWay: [...own].filter((id) => !wished.includes(id)) };
      }),
    withdraw: (merchantId, connectionId, runId, at) =>
      door(merchantId, async (tx) => {
        const where = { connectionId, runId, state: 'wanted', attempts: 0 };
        const { count } = await tx.orderAction.updateMany({ where, data: { state: 'withdrawn', finishedAt: at } });
        return count;
      }),
    packages: (merchantId, connectionId, lazadaOrderIds) =>
      door(merchantId, async (tx) => {
        const wanted = { connectionId, lazadaOrderId: { in: [...lazadaOrderIds] } };
        const where = { ...wanted, packageId: { not: null }, status: { not: 'canceled' } };
        const distinct = ['lazadaOrderId' as const, 'packageId' as const];
        const select = { lazadaOrderId: true, packageId: true };
        const rows = await tx.orderItem.findMany({ where, distinct, select, orderBy: { orderItemId: 'asc' } });
        return rows.flatMap(({ lazadaOrderId, packageId }) =>
          packageId === null ? [] : [{ lazadaOrderId, packageId }],
        );
      }),
  };
}

export function createActionStore(door: TenantDoor): ActionStore {
  return {
    ...requesting(door),
    due: (merchantId, connectionId, now, limit) =>
      door(merchantId, async (tx) => {
        const where = { connectionId, state: 'wanted', dueAt: { lte: now } };
        const rows = await tx.orderAction.findMany({
          where,
          orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }],
          take: limit,
        });
        return rows.map(toRecord);
      }),
    nextDueAt: (merchantId, connectionId) =>
      door(merchantId, async (tx) => {
        const next = await tx.orderAction.aggregate({
          where: { connectionId, state: 'wanted' },
          _min: { dueAt: true },
        });
        return next._min.dueAt;
      }),
    finish: (merchantId, id, ending, at, fence) =>
      door(
        merchantId,
        async (tx) => {
          const action = await tx.orderAction.update({ where: { id }, data: { ...ending, finishedAt: at } });
          if (ending.state !== 'done') return;
          const { connectionId, lazadaOrderId, kind } = action;
          const force = kind === 'refuse_cancel' ? {} : { force: true };
          const wish = { wanted: { increment: 1 }, dueAt: at, blockedBy: null, ...force };
          await tx.channelOrder.updateMany({ where: { connectionId, lazadaOrderId }, data: wish });
        },
        fence,
      ),
    park: (merchantId, id, dueAt, fence) =>
      door(
        merchantId,
        async (tx) =>
          void (await tx.orderAction.update({ where: { id }, data: { dueAt, attempts: { increment: 1 } } })),
        fence,
      ),
  };
}
