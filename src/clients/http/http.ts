import type { CallLog } from './call-log';
import { misshapenFailure } from './body';
import { isPlatformError, type Platform, PlatformError } from './platform-error';
import { retryDelayMs } from './retry';
import type { Throttle, ThrottleDraw, ThrottleSignal } from './throttle';
import { type HttpAnswer, type HttpMessage, type Transport, TransportFailure } from './transport';
import { type Failure, settledKind, type Verdict } from './verdict';

/** One call of one endpoint; the vendor's folder makes these from declarations. */
export type HttpCall<T> = {
  platform: Platform;
  operation: string;
  /** Seller or org id, for the log. */
  tenant: string;
  /** Sending it twice does no harm. */
  repeatable: boolean;
  timeoutMs: number;
  /** Absent: not counted (token endpoints). */
  throttle?: ThrottleDraw;
  /** Asked right before every attempt leaves; what it throws ends the call (spec R5.1). */
  beforeAttempt?: () => Promise<void>;
  /** Called for every attempt: a signature carries its time. */
  build(): HttpMessage;
  read(answer: HttpAnswer): Verdict<T>;
  /** What the headers say about the bucket. */
  level?(answer: HttpAnswer): ThrottleSignal | undefined;
};

export type HttpDeps = {
  transport: Transport;
  throttle: Throttle;
  log: (event: CallLog) => void;
  /** In [0, 1). */
  random: () => number;
  nowMs: () => number;
  sleep: (ms: number) => Promise<void>;
};

/** The one way to a platform. `send` throws PlatformError and what `beforeAttempt` throws, nothing else. */
export type Http = { send<T>(call: HttpCall<T>): Promise<T> };

type Attempt<T> = { verdict: Verdict<T>; method: string; answer: HttpAnswer | undefined; durationMs: number };

const FAULT_FAILURES = {
  unreachable: { kind: 'unavailable', mayHaveHappened: false },
  timeout: { kind: 'unavailable', mayHaveHappened: true, repeats: 1 },
  reset: { kind: 'unavailable', mayHaveHappened: true },
  oversized: { kind: 'malformed', mayHaveHappened: true, repeats: 0 },
} satisfies Record<TransportFailure['fault'], Failure>;

function faultFailure(error: unknown): Failure {
  if (!(error instanceof TransportFailure)) return { kind: 'unavailable', mayHaveHappened: true, repeats: 0 };
  return { ...FAULT_FAILURES[error.fault], code: error.fault, cause: error };
}

function safelyRead<T>(call: HttpCall<T>, answer: HttpAnswer): Verdict<T> {
  try {
    return call.read(answer);
  } catch (error) {
    return { ok: false, failure: { ...misshapenFailure('reader failed'), cause: error } };
  }
}

async function attempt<T>(call: HttpCall<T>, deps: HttpDeps): Promise<Attempt<T>> {
  const startedMs = deps.nowMs();
  const message = call.build();
  const made = (verdict: Verdict<T>, answer?: HttpAnswer): Attempt<T> => {
    return { verdict, method: message.method, answer, durationMs: deps.nowMs() - startedMs };
  };
  try {
    const answer = await deps.transport(message, call.timeoutMs);
    return made(safelyRead(call, answer), answer);
  } catch (error) {
    return made({ ok: false, failure: faultFailure(error) });
  }
}

function lessons<T>(call: HttpCall<T>, { verdict, answer }: Attempt<T>): ThrottleSignal[] {
  const level = answer === undefined ? undefined : call.level?.(answer);
  const signals: ThrottleSignal[] = level === undefined ? [] : [level];
  if (verdict.ok || verdict.failure.kind !== 'throttled') return signals;
  const { retryAfterMs: forMs, banScope: scope = 'shop' } = verdict.failure;
  return forMs === undefined ? signals : [...signals, { kind: 'banned', forMs, scope }];
}

async function learn<T>(call: HttpCall<T>, made: Attempt<T>, deps: HttpDeps): Promise<void> {
  if (call.throttle === undefined) return;
  try {
    for (const signal of lessons(call, made)) await deps.throttle.learn(call.throttle, signal);
  } catch {
    // A lesson lost is a slower minute; an answer lost with it could be an order made twice.
  }
}

async function acquire<T>(call: HttpCall<T>, deps: HttpDeps): Promise<void> {
  if (call.throttle === undefined) return;
  try {
    await deps.throttle.acquire(call.throttle);
  } catch (error) {
    const { platform, operation } = call;
    if (!isPlatformError(error)) throw new PlatformError({ kind: 'unavailable', platform, operation, cause: error });
    throw new PlatformError({ ...error, platform, operation, cause: error.cause });
  }
}

function toError<T>(call: HttpCall<T>, failure: Failure): PlatformError {
  const { kind: _kind, mayHaveHappened: _mayHaveHappened, repeats: _repeats, banScope: _banScope, ...facts } = failure;
  const kind = settledKind(failure, call.repeatable);
  return new PlatformError({ kind, platform: call.platform, operation: call.operation, ...facts });
}

/** Codes come from outside: only what looks like one reaches a log. */
function symbol(value: string | undefined): string | undefined {
  return value === undefined || /^[\w.:-]{1,64}$/.test(value) ? value : 'unprintable';
}

function logAttempt<T>(call: HttpCall<T>, made: Attempt<T>, attempts: number, deps: HttpDeps): void {
  const failure = made.verdict.ok ? undefined : made.verdict.failure;
  deps.log({
    platform: call.platform,
    operation: call.operation,
    tenant: call.tenant,
    method: made.method,
    status: made.answer?.status,
    durationMs: made.durationMs,
    attempt: attempts,
    outcome: failure === undefined ? 'ok' : settledKind(failure, call.repeatable),
    code: symbol(failure?.code),
    requestId: symbol(failure?.requestId ?? (made.verdict.ok ? made.verdict.requestId : undefined)),
  });
}

export function createHttp(deps: HttpDeps): Http {
  return {
    async send(call) {
      let waitedMs = 0;
      for (let attempts = 1; ; attempts += 1) {
        await acquire(call, deps);
        await call.beforeAttempt?.();
        const made = await attempt(call, deps);
        await learn(call, made, deps);
        logAttempt(call, made, attempts, deps);
        if (made.verdict.ok) return made.verdict.value;
        const { failure } = made.verdict;
        const facts = { failure, repeatable: call.repeatable, attempts, waitedMs, random: deps.random() };
        const delayMs = retryDelayMs(facts);
        if (delayMs === undefined) throw toError(call, failure);
        await deps.sleep(delayMs);
        waitedMs += delayMs;
      }
    },
  };
}
