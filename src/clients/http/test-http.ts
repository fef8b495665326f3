import { createAxiosTransport } from './axios-transport';
import type { CallLog } from './call-log';
import { createHttp, type Http, type HttpDeps } from './http';
import { createMemoryBuckets } from './memory-buckets';
import { createThrottle, THROTTLE_LIMITS } from './throttle';
import type { Transport } from './transport';

export type TestHttp = { http: Http; logs: CallLog[]; sleptMs: number[]; clock: { nowMs: number } };

/** The real pipeline with a clock that stands still, sleeps that only advance it, and no luck. */
export function createTestHttp(options: { transport?: Transport; throttle?: HttpDeps['throttle'] } = {}): TestHttp {
  const clock = { nowMs: 1_785_000_000_000 };
  const logs: CallLog[] = [];
  const sleptMs: number[] = [];
  const sleep = async (ms: number) => {
    sleptMs.push(ms);
    clock.nowMs += ms;
  };
  const nowMs = () => clock.nowMs;
  const http = createHttp({
    transport: options.transport ?? createAxiosTransport({ maxBytes: 10_000 }),
    throttle: options.throttle ?? createThrottle(createMemoryBuckets(THROTTLE_LIMITS, nowMs), sleep),
    log: (event) => logs.push(event),
    random: () => 0.5,
    nowMs,
    sleep,
  });
  return { http, logs, sleptMs, clock };
}
