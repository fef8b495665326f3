const TRUSTED_MS = 15 * 60_000;
/** Three times rarer: a test app has 10 000 calls a day for all its shops (lazada.md §4). */
const RARER = 3;

/** Times in ms; null: never. */
export type PushHealth = {
  /** When a push about an order last came. */
  pushedAtMs: number | null;
  /** When a poll last found what no push had told. */
  missedAtMs: number | null;
};

const recent = (atMs: number | null, nowMs: number) => atMs !== null && atMs > nowMs - TRUSTED_MS;

/** How long until orders are asked for without a push: rarer while pushes come and tell everything (design §6). */
export function pollIntervalMs(baseMs: number, { pushedAtMs, missedAtMs }: PushHealth, nowMs: number): number {
  return recent(pushedAtMs, nowMs) && !recent(missedAtMs, nowMs) ? baseMs * RARER : baseMs;
}
