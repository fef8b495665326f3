import { ApiRefusal } from './api-refusal';
import type { Platform } from './platform';

export type CallLimiter = {
  /** Counts a call of a seller and throws `ApiRefusal` above a limit of the modes (lazada.md §4). */
  count(path: string, sellerId: string): void;
  clear(): void;
};

type Limit = { key: string; most: number | null; code: 'ApiCallLimit' | 'SellerCallLimit'; words: string };

const STOCK_API = /^\/product\/(price_quantity|stock)\//;
const DAY_SECONDS = 86_400;
const SHOP_OFFSET_SECONDS = 7 * 3_600;

/** Windows are whole seconds of the platform's clock; the quota's day is the shop's, which is a guess. */
export function createCallLimiter(platform: Pick<Platform, 'clock' | 'modes'>): CallLimiter {
  let second = 0;
  let used = new Map<string, number>();
  let today = { day: 0, calls: 0 };
  const bans = new Map<string, number>();

  function countOfDay(now: number): void {
    const { dailyQuota } = platform.modes;
    const day = Math.floor((now + SHOP_OFFSET_SECONDS) / DAY_SECONDS);
    today = { day, calls: (day === today.day ? today.calls : 0) + 1 };
    if (dailyQuota === null || today.calls <= dailyQuota) return;
    throw banned('AppCallLimit', 'App', (day + 1) * DAY_SECONDS - SHOP_OFFSET_SECONDS - now);
  }

  function countOf({ key, most, code, words }: Limit, now: number): void {
    const left = (bans.get(key) ?? 0) - now;
    if (left > 0) throw banned(code, words, left);
    const calls = (used.get(key) ?? 0) + 1;
    used.set(key, calls);
    if (most === null || calls <= most) return;
    if (platform.modes.banSeconds > 1) bans.set(key, now + platform.modes.banSeconds);
    throw banned(code, words, platform.modes.banSeconds);
  }

  return {
    count(path, sellerId) {
      const now = Math.floor(platform.clock.now() / 1000);
      if (now !== second) used = new Map();
      second = now;
      countOfDay(now);
      for (const limit of limitsOf(platform.modes, path, sellerId)) countOf(limit, now);
    },
    clear() {
      used = new Map();
      today = { day: 0, calls: 0 };
      bans.clear();
    },
  };
}

function limitsOf(modes: Platform['modes'], path: string, sellerId: string): Limit[] {
  const seller = { code: 'SellerCallLimit', words: 'Seller' } as const;
  return [
    { key: `api ${path}`, most: modes.apiCallsPerSecond, code: 'ApiCallLimit', words: 'Api' },
    { key: `seller ${sellerId}`, most: modes.sellerCallsPerSecond, ...seller },
    ...(STOCK_API.test(path) ? [{ key: `stock ${sellerId}`, most: modes.inventoryCallsPerSecond, ...seller }] : []),
  ];
}

function banned(code: string, who: string, seconds: number): ApiRefusal {
  const text = `${who} access frequency exceeds the limit. this ban will last ${seconds} seconds`;
  return new ApiRefusal(code, 'ISV', text);
}
