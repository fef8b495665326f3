import { ApiRefusal } from './api-refusal';
import type { Platform } from './platform';

export type CallLimiter = { count(sellerId: string): void };

/** Refuses a seller's calls above `modes.sellerCallsPerSecond` within one second of the clock (lazada.md §4). */
export function createCallLimiter(platform: Pick<Platform, 'clock' | 'modes'>): CallLimiter {
  let second = 0;
  let used = new Map<string, number>();
  return {
    count(sellerId) {
      const now = Math.floor(platform.clock.now() / 1000);
      if (now !== second) used = new Map();
      second = now;
      const calls = (used.get(sellerId) ?? 0) + 1;
      used.set(sellerId, calls);
      const limit = platform.modes.sellerCallsPerSecond;
      if (limit === null || calls <= limit) return;
      const text = 'Seller access frequency exceeds the limit. this ban will last 1 seconds';
      throw new ApiRefusal('SellerCallLimit', 'ISV', text);
    },
  };
}
