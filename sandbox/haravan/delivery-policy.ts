import type { DeliveryPolicy } from '../core/deliveries';

const RETRIES = 19;
const FIRST_RETRY_MS = 5_000;
/** Each wait is so many times the one before: 19 of them fill 48 hours. The spacing itself is not documented. */
const GROWTH = 1.701;

/** 5 s to answer, 19 retries over 48 hours (haravan.md §3.3). */
export const HARAVAN_DELIVERY: DeliveryPolicy = {
  attemptDelaysMs: [0, ...Array.from({ length: RETRIES }, (_, retry) => Math.round(FIRST_RETRY_MS * GROWTH ** retry))],
  timeoutMs: 5_000,
};
