const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

/** What a merchant may choose from when connecting (spec R10.14): days before the connection. */
export const BACKFILL_DAYS = [0, 1, 3, 7, 15, 30, 90] as const;
export type BackfillDays = (typeof BACKFILL_DAYS)[number];

export function backfillStart(connectedAtMs: number, days: BackfillDays): number {
  return connectedAtMs - days * DAY_MS;
}

/**
 * Orders placed before this are not brought in (in ms): until the merchant chose, those from before the connection. Lazada's
 * times have whole seconds, so an order of the same second counts as later.
 */
export function importFromMs(shop: { importFromMs: number | null; connectedAtMs: number }): number {
  const from = shop.importFromMs ?? shop.connectedAtMs;
  return Math.floor(from / SECOND_MS) * SECOND_MS;
}
