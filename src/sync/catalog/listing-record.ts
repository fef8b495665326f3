import type { LazadaItem, LazadaSku } from '@/src/clients/lazada/item';
import { comparableCode } from '@/src/domain/catalog/code';
import { toSellerSku } from '@/src/domain/ids';
import type { ListingRecord } from '../ports/catalog';

const isDeleted = (status: string | undefined): boolean => status?.toLowerCase() === 'deleted';
const isActive = (status: string | undefined): boolean => status === undefined || status.toLowerCase() === 'active';

/** A suspended item's SKU is not sold, whatever the SKU itself says (lazada.md §6.3). */
function statusOf(item: LazadaItem, sku: LazadaSku): ListingRecord['status'] {
  if (isDeleted(item.status) || isDeleted(sku.status)) return 'deleted';
  return isActive(item.status) && isActive(sku.status) ? 'active' : 'inactive';
}

function lockedNow(sku: LazadaSku, now: number): number {
  const running = sku.campaignLocks.filter(
    ({ startsAt, endsAt }) =>
      (startsAt?.getTime() ?? 0) <= now && now <= (endsAt?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  return running.reduce((sum, lock) => sum + lock.sellable, 0);
}

function listingRecord(item: LazadaItem, sku: LazadaSku, now: number): ListingRecord {
  const code = toSellerSku(sku.sellerSku);
  return {
    itemId: item.itemId,
    skuId: sku.skuId,
    sellerSku: sku.sellerSku,
    code: code === null ? null : comparableCode(code),
    name: item.name ?? '',
    status: statusOf(item, sku),
    price: sku.price ?? null,
    sellable: sku.sellable ?? null,
    locked: lockedNow(sku, now),
    warehouses: sku.isFulfilledByLazada && sku.warehouses.length === 0 ? 0 : Math.max(1, sku.warehouses.length),
    url: sku.url ?? null,
  };
}

/** The SKUs of an item as Lazada answers it, in the shape of the mirror. @param now in ms: which campaigns run */
export function listingRecords(item: LazadaItem, now: number): ListingRecord[] {
  return item.skus.map((sku) => listingRecord(item, sku, now));
}
