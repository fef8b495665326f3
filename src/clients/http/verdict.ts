import type { PlatformErrorKind, Remedy } from './platform-error';
import type { BanScope } from './throttle';

/** What reading an answer concluded. */
export type Verdict<T> = { ok: true; value: T; requestId?: string } | { ok: false; failure: Failure };

export type Failure = {
  /** `ambiguous` is never said by a reader: the pipeline derives it. */
  kind: Exclude<PlatformErrorKind, 'ambiguous'>;
  /** True when the platform may have acted all the same (5xx, an unreadable answer, a timeout). */
  mayHaveHappened: boolean;
  /** How often a repeatable call may be sent again at once; by kind when absent. */
  repeats?: number;
  code?: string;
  platformMessage?: string;
  requestId?: string;
  retryAfterMs?: number;
  /** Of a `throttled` failure: who is kept out; the shop when absent. */
  banScope?: BanScope;
  remedy?: Remedy;
  detail?: unknown;
  cause?: unknown;
};

/** A no that comes as a success (spec R8.4): the platform's code and words, or undefined for a yes. */
export type RefusalIn<T> = (value: T) => Pick<Failure, 'code' | 'platformMessage'> | undefined;

/** What was read, unless it is a no. */
export function acceptedOrRefused<T>(value: T, refusalIn: RefusalIn<T> | undefined): Verdict<T> {
  const refusal = refusalIn?.(value);
  return refusal === undefined
    ? { ok: true, value }
    : { ok: false, failure: { kind: 'rejected', mayHaveHappened: false, ...refusal } };
}

const MESSAGE_LIMIT = 500;

/** A platform's own words, cut; undefined when empty. */
export function platformWords(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).trim().slice(0, MESSAGE_LIMIT) || undefined;
}

/** A lost or unreadable answer of a write that must not be repeated is ambiguous (spec R8.2). */
export function settledKind(failure: Failure, repeatable: boolean): PlatformErrorKind {
  const unsure = failure.kind === 'unavailable' || failure.kind === 'malformed';
  return unsure && failure.mayHaveHappened && !repeatable ? 'ambiguous' : failure.kind;
}
