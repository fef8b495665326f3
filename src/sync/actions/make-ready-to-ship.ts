import type { LazadaElementResult } from '@/src/clients/lazada/fulfillment';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import { itemState, readItemStatus } from '@/src/domain/order/item-status';
import type { LazadaAccess } from '../ports/access';
import type { ActionRecord } from '../ports/actions';
import { type ActionClient, type ActionOutcome, type ActionWork, DONE, refuse } from './action-job';

/** Lazada packs what is pending or whose parcel was dissolved (lazada.md §10.2). */
const PACKABLE = new Set(['pending', 'paid', 'topack', 'repacked']);
const PACKED = 'packed';
const MAX_PACKAGES = 20;

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

/**
 * Sẵn sàng giao hàng: pack, then ready-to-ship. When the second is refused the order stays packed, which Haravan shows as before,
 * and a repeat goes on from there (design §6). The order's own state decides what is left to do, so a lost answer is harmless.
 */
export function createReadyToShip(lazada: ActionClient): ActionWork {
  async function pack(auth: LazadaAccess, orderId: string, orderItemIds: string[]): Promise<ActionOutcome | null> {
    const selection = [{ orderId, orderItemIds }];
    const { allocateType, isPlatformDefault, providers } = await lazada.getShipmentProviders(auth, selection);
    const code = allocateType === 'NTFS' && !isPlatformDefault ? providers[0]?.code : undefined;
    const carrier = code === undefined ? { allocateType } : { allocateType, shipmentProviderCode: code };
    const { items } = await lazada.pack(auth, selection, carrier);
    return firstFailure(items);
  }

  async function handOver(auth: LazadaAccess, orderId: string): Promise<ActionOutcome> {
    const items = (await lazada.getOrderItems(auth, orderId)).filter(isOurs);
    const packed = items.filter((item) => statusOf(item) === PACKED);
    const packageIds = [...new Set(packed.flatMap((item) => item.packageId ?? []))];
    for (let from = 0; from < packageIds.length; from += MAX_PACKAGES) {
      const { packages } = await lazada.readyToShip(auth, packageIds.slice(from, from + MAX_PACKAGES));
      const failure = firstFailure(packages);
      if (failure) return failure;
    }
    // Some shops go on to ready-to-ship with the packing itself (lazada.md §10.2).
    const done = packageIds.length > 0 || items.some(isOnItsWay);
    return done ? DONE : refuse('nothing_to_ship', items.map(statusOf).join(', '));
  }

  return async (auth, { lazadaOrderId, orderItemIds }: ActionRecord) => {
    const items = (await lazada.getOrderItems(auth, lazadaOrderId)).filter(isOurs);
    const chosen = items.filter((item) => orderItemIds.length === 0 || orderItemIds.includes(item.orderItemId));
    const unpacked = chosen.filter((item) => PACKABLE.has(statusOf(item))).map((item) => item.orderItemId);
    const failure = unpacked.length > 0 ? await pack(auth, lazadaOrderId, unpacked) : null;
    return failure ?? handOver(auth, lazadaOrderId);
  };
}
