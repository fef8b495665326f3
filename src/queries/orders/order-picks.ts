import type { TenantDoor } from '@/src/db/tenant';
import { type OrderAbilities, orderAbilities } from './order-abilities';
import { readActions } from './order-actions';
import { readItems } from './order-items';
import { type OrderFilter, orderCondition } from './order-page';

export type OrderPick = { lazadaOrderId: string; abilities: OrderAbilities };

/** More than a merchant presses at once; the rest comes with the next selection. */
const MAX_PICKS = 500;

/** All orders that match a filter, with what can be pressed on each: for a selection across pages (R4.6). */
export function createOrderPicksQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string, filter: Omit<OrderFilter, 'page'>): Promise<OrderPick[]> =>
    door(merchantId, async (tx) => {
      const rows = await tx.$queryRaw<{ lazadaOrderId: string }[]>`
        SELECT o."lazadaOrderId" FROM "ChannelOrder" o
        WHERE ${orderCondition(connectionId, filter)} ORDER BY o."lazadaCreatedAt" DESC, o."lazadaOrderId" DESC LIMIT ${MAX_PICKS}`;
      const ids = rows.map((row) => row.lazadaOrderId);
      const items = await readItems(tx, connectionId, ids);
      const actions = await readActions(tx, connectionId, ids);
      return ids.map((lazadaOrderId) => {
        const running = (actions.get(lazadaOrderId) ?? []).filter((action) => action.state === 'wanted');
        const kinds = running.map((action) => action.kind);
        return { lazadaOrderId, abilities: orderAbilities(items.get(lazadaOrderId) ?? [], kinds) };
      });
    });
}
