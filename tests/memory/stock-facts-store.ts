import {
  type LocationId,
  lazadaOrderId,
  orderItemId,
  connectionId as toConnectionId,
  locationId as toLocationId,
  variantId as toVariantId,
} from '@/src/domain/ids';
import { readItemStatus } from '@/src/domain/order/item-status';
import { countOfExcluded } from '@/src/domain/stock/excluded-unit';
import type { HaravanCount, SoldUnit } from '@/src/domain/stock/in-flight';
import type { Feeding, StockFactsStore } from '@/src/sync/ports/stock';
import { inOrder } from './instants';
import type { MemoryDatabase } from './memory-database';
import type { ItemRow, OrderRow } from './order-rows';
import type { TenantRows } from './tenant-rows';

type Sold = { connectionId: string; variantId: string; item: ItemRow; order: OrderRow };

function countOf({ variantId, item, order }: Sold, primary: LocationId | null): HaravanCount {
  if (order.haravanOrderId === null || order.createAnsweredAt === null) {
    if (order.decision === 'skipped' && order.decisionReason === 'before_backfill')
      return countOfExcluded(readItemStatus(item.status));
    return { kind: 'not_created', failing: order.decision === 'failing' };
  }
  if (item.canceledInHaravan || item.haravanVariantId !== variantId) return { kind: 'not_counted' };
  const location = order.haravanLocation ? toLocationId(order.haravanLocation) : primary;
  if (location === null) return { kind: 'not_counted' };
  return { kind: 'counted', answeredAtMs: order.createAnsweredAt.getTime(), locationId: location };
}

function toSoldUnit(sold: Sold, primary: LocationId | null): SoldUnit {
  return {
    connectionId: toConnectionId(sold.connectionId),
    orderId: lazadaOrderId(sold.item.lazadaOrderId),
    orderItemId: orderItemId(sold.item.orderItemId),
    variantId: toVariantId(sold.variantId),
    status: readItemStatus(sold.item.status),
    fulfilledByLazada: sold.item.fulfilledByLazada,
    haravan: countOf(sold, primary),
  };
}

/** Orders that ended and were counted before the reading began cannot be in flight. */
function mayFly({ status, fulfilledByLazada }: ItemRow, order: OrderRow, begunAt: Date): boolean {
  const isSettled = order.endedAt !== null && order.createAnsweredAt !== null && order.createAnsweredAt < begunAt;
  return status !== 'canceled' && !fulfilledByLazada && !isSettled;
}

/** Of a shop that was disconnected longer ago we learn nothing any more. */
const DISCONNECTED_MS = 14 * 86_400_000;

function isForgotten(rows: TenantRows, connectionId: string, begunAt: Date): boolean {
  const endedAt = rows.connections.get(connectionId)?.disconnectedAt ?? null;
  return endedAt !== null && endedAt.getTime() < begunAt.getTime() - DISCONNECTED_MS;
}

/** The variant's own code, and those of the SKUs that it feeds or is about to. */
function codesOf(rows: TenantRows, { variantId: id, code }: Feeding): ReadonlySet<string> {
  const variant = rows.variants.get(id);
  const fed = [...rows.shops.values()].flatMap(({ links, listings }) => listings.get(links.get(id)?.skuId ?? '') ?? []);
  return new Set([variant?.code, code, ...fed.map((listing) => listing.code)].flatMap((code) => code ?? []));
}

/**
 * An item belongs to the variant it was matched to, to the one that bears its code now, to the one that feeds its SKU, and to the
 * one that its line in Haravan bears.
 */
function soldRows(rows: TenantRows, feeding: readonly Feeding[], begunAt: Date): Sold[] {
  const wanted = feeding.map((one) => ({ variantId: one.variantId, codes: codesOf(rows, one) }));
  return [...rows.shops].flatMap(([connectionId, { items, orders }]) =>
    [...items.values()].flatMap((item) => {
      const order = orders.get(item.lazadaOrderId);
      if (!order || !mayFly(item, order, begunAt) || isForgotten(rows, connectionId, begunAt)) return [];
      const bearers = wanted.filter(
        ({ codes, variantId }) =>
          item.variantId === variantId ||
          (item.code !== null && codes.has(item.code)) ||
          item.haravanVariantId === variantId,
      );
      return bearers.map(({ variantId }) => ({ connectionId, variantId, item, order }));
    }),
  );
}

export function createStockFactsStore({ door }: MemoryDatabase): StockFactsStore {
  const ordered = (rows: TenantRows) => rows.locations.toSorted(inOrder((location) => location.position));
  return {
    locations: (merchantId) =>
      door(merchantId, (rows) =>
        ordered(rows).map(({ locationId, kind, sellable, isPrimary }) => ({
          locationId: toLocationId(locationId),
          type: kind === '' ? null : kind,
          isUnavailableQuantity: !sellable && kind !== 'ontheroad',
          isPrimary,
        })),
      ),
    soldUnits: (merchantId, feeding, begunAt) =>
      door(merchantId, (rows) => {
        const primary = ordered(rows).find((location) => location.isPrimary)?.locationId;
        const at = primary === undefined ? null : toLocationId(primary);
        return soldRows(rows, feeding, begunAt).map((sold) => toSoldUnit(sold, at));
      }),
  };
}
