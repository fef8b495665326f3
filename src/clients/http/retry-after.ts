import type { HttpAnswer } from './transport';

const LONGEST_SECONDS = 86_400;

/** `Retry-After` in seconds, which may have decimals (haravan.md §4); the fallback when it says nothing of use. */
export function retryAfterMs(answer: HttpAnswer, fallbackMs: number): number {
  const seconds = Number(answer.headers['retry-after']);
  return seconds > 0 && seconds < LONGEST_SECONDS ? Math.ceil(seconds * 1_000) : fallbackMs;
}
