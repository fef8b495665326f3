const SHOP_OFFSET_MS = 7 * 3_600_000;

/** `2023-11-29 22:23:20 +0700`, the shop's time; naive leaves the offset out (lazada.md §9.7). */
export function shopTime(ms: number, naive = false): string {
  const local = new Date(ms + SHOP_OFFSET_MS).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}${naive ? '' : ' +0700'}`;
}

/** The last second of the shop's day so many days later, as `2023-12-01T23:59:59+07:00`. */
export function endOfShopDay(ms: number, daysLater: number): string {
  return `${new Date(ms + SHOP_OFFSET_MS + daysLater * 86_400_000).toISOString().slice(0, 10)}T23:59:59+07:00`;
}
