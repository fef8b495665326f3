import { SHORT_WAIT_MS } from './throttle';
import type { Failure } from './verdict';

const BASE_MS = 150;
const CAP_MS = 1_000;
const TOTAL_WAIT_MS = 2_000;

export type RetryFacts = {
  failure: Failure;
  /** Declared by the endpoint: sending it twice does no harm. */
  repeatable: boolean;
  /** Times sent so far, from 1. */
  attempts: number;
  /** Milliseconds already waited between attempts. */
  waitedMs: number;
  /** In [0, 1). */
  random: number;
};

function allowedRepeats(failure: Failure): number {
  if (failure.repeats !== undefined) return failure.repeats;
  return failure.kind === 'unavailable' || failure.kind === 'throttled' ? 2 : 0;
}

/** Exponential, capped, with the upper half jittered. */
function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/** A refusal for load has no effect, so waiting is safe for any call; but a turn never sleeps long (design §6). */
function throttledDelayMs(retryAfterMs: number | undefined): number | undefined {
  return retryAfterMs !== undefined && retryAfterMs <= SHORT_WAIT_MS ? retryAfterMs : undefined;
}

/** Milliseconds to wait before sending again; undefined: give up now. */
export function retryDelayMs(facts: RetryFacts): number | undefined {
  const { failure, repeatable, attempts, waitedMs, random } = facts;
  if (attempts > allowedRepeats(failure)) return undefined;
  const throttled = failure.kind === 'throttled';
  if (!throttled && !repeatable) return undefined;
  const delayMs = throttled ? throttledDelayMs(failure.retryAfterMs) : backoffMs(attempts, random);
  return delayMs !== undefined && waitedMs + delayMs <= TOTAL_WAIT_MS ? delayMs : undefined;
}
