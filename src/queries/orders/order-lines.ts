import type { OrderItem as StoredItem } from '@/src/db/generated/client';

export type OrderLine = {
  orderItemId: string;
  name: string;
  variation: string;
  sellerSku: string;
  status: string;
  itemPrice: number;
  packageId: string | null;
  fulfilledByLazada: boolean;
  /** Lazada's words on why it was canceled or returned. */
  reason: string | null;
  /** The Haravan variant it stands for (R2.1); null: it matches none. */
  variant: string | null;
};

export type OrderParcel = {
  packageId: string;
  trackingCode: string | null;
  carrier: string | null;
  items: number;
  statuses: string[];
};

export function toLine(item: StoredItem, names: ReadonlyMap<string, string>): OrderLine {
  const { orderItemId: id, name, variation, sellerSku, status, packageId, fulfilledByLazada, reason } = item;
  const variant = item.variantId === null ? null : (names.get(item.variantId) ?? null);
  const itemPrice = item.itemPrice.toNumber();
  return {
    orderItemId: id,
    name,
    variation,
    sellerSku,
    status,
    packageId,
    fulfilledByLazada,
    reason,
    itemPrice,
    variant,
  };
}

/** What travels together, by Lazada's package. */
export function toParcels(items: readonly StoredItem[]): OrderParcel[] {
  const packed = items.flatMap((item) => (item.packageId === null ? [] : [{ ...item, packageId: item.packageId }]));
  return [...Map.groupBy(packed, (item) => item.packageId)].map(([packageId, contents]) => ({
    packageId,
    trackingCode: contents.find((item) => item.trackingCode)?.trackingCode ?? null,
    carrier: contents.find((item) => item.shipmentProvider)?.shipmentProvider ?? null,
    items: contents.length,
    statuses: [...new Set(contents.map((item) => item.status))],
  }));
}
