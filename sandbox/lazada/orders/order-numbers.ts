import type { Platform } from '../platform';

/** Fifteen digits: ten that count up, then the last five of the buyer's id (lazada.md §9.4). */
export function nextOrderId({ store, ids }: Platform, buyerId: string, itemCount: number): string {
  const number = store.lastOrderNumber + ids.int(1, 900);
  store.lastOrderNumber = number + itemCount;
  return `${number}${buyerId.slice(-5)}`;
}

/** Item ids (and ids of reverse orders after them) follow in steps of 100 000. */
export function nthIdAfter(orderId: string, n: number): string {
  return String(Number(orderId) + n * 100_000);
}

export function nextTrackingNumber({ store }: Platform): string {
  store.lastTrackingNumber += 1;
  return `LEXDO${String(store.lastTrackingNumber).padStart(10, '0')}VNA`;
}

export function newPackageId({ ids }: Platform): string {
  return `FP${ids.digits(15)}`;
}
