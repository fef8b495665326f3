import { THROTTLE_LIMITS, type ThrottleLimit } from '@/src/clients/http/throttle';
import type { LeastCalls } from './least-calls';

export type Limits = typeof THROTTLE_LIMITS;

/** haravan.md §4: what the platform itself holds and leaks; our own throttle stays below it. */
const HARAVAN_BUCKET = { size: 80, leakPerSecond: 4 };
/** The only rate that Lazada has published (lazada.md §4). */
const LAZADA_STOCK_CALLS_PER_SECOND = 50;

const UNLIMITED: ThrottleLimit = { capacity: 1_000_000, refillPerSecond: 1_000_000, reserve: 0 };

/** What is kept for people stays: they press no faster because a platform takes more. */
function faster({ capacity, refillPerSecond, reserve }: ThrottleLimit, times: number): ThrottleLimit {
  return { capacity: capacity * times, refillPerSecond: refillPerSecond * times, reserve };
}

/** The product's own pacing, so many times as fast; 0: none. */
export function productLimits(times: number): Limits {
  if (times === 0) return { haravan: UNLIMITED, lazada: UNLIMITED };
  return { haravan: faster(THROTTLE_LIMITS.haravan, times), lazada: faster(THROTTLE_LIMITS.lazada, times) };
}

/** What the platforms enforce, so many times as fast. */
export function platformLimits(times: number) {
  const { size, leakPerSecond } = HARAVAN_BUCKET;
  return {
    haravanBucket: { size: size * times, leakPerSecond: leakPerSecond * times },
    lazadaStockCallsPerSecond: LAZADA_STOCK_CALLS_PER_SECOND * times,
  };
}

export type Dictated = {
  platform: 'haravan' | 'lazada';
  calls: number;
  atOnce: number;
  perSecond: number;
  seconds: number;
};

const isHaravan = ({ operation }: LeastCalls): boolean => operation.startsWith('GET ') || operation.startsWith('POST ');

/**
 * The least time in which one shop's calls may be made, by platform: (calls - those that may go at once) / those a second after
 * that. Haravan's bucket is its own; of Lazada, which publishes none, the pace that we keep.
 */
export function dictatedSeconds(least: readonly LeastCalls[], times: number): Dictated[] {
  const sum = (rows: readonly LeastCalls[]) => rows.reduce((calls, row) => calls + row.least, 0);
  const dictated = (platform: Dictated['platform'], calls: number, atOnce: number, perSecond: number): Dictated => {
    const seconds = Math.max(0, calls - atOnce) / perSecond;
    return { platform, calls, atOnce, perSecond, seconds };
  };
  const { haravanBucket } = platformLimits(times);
  const lazada = productLimits(times).lazada;
  return [
    dictated('haravan', sum(least.filter(isHaravan)), haravanBucket.size, haravanBucket.leakPerSecond),
    dictated('lazada', sum(least.filter((row) => !isHaravan(row))), lazada.capacity, lazada.refillPerSecond),
  ];
}
