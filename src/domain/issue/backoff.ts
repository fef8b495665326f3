export type TroubleKind =
  | 'unauthorized'
  | 'throttled'
  | 'unavailable'
  | 'rejected'
  | 'not_found'
  | 'malformed'
  | 'ambiguous';

export type Trouble = { kind: TroubleKind; retryAfterMs?: number };

/** `attempt` counts from 1; `jitter` is a random number in [0, 1). */
export type Turn = {
  attempt: number;
  nowMs: number;
  jitter: number;
  /** A lost answer's write may still land this long after the client gave up (design §6). */
  lateWriteMs: number;
};

/** What a turn does with a wish that met trouble. Never a busy loop: each has a next due time. */
export type Outcome =
  | { kind: 'retry'; dueAtMs: number }
  /** Comes back when what it waits for happens, or at `dueAtMs` at the latest. */
  | { kind: 'wait'; for: 'access' | 'quota' | 'read_back'; dueAtMs: number }
  /** Repeating is no use until its cause changes: raise an issue; `dueAtMs` is a slow second look. */
  | { kind: 'stop'; dueAtMs: number };

type Pace = { firstMs: number; longestMs: number };

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const OUTAGE: Pace = { firstMs: 2 * SECOND_MS, longestMs: 10 * MINUTE_MS };
const NONSENSE: Pace = { firstMs: 30 * SECOND_MS, longestMs: HOUR_MS };
const REFUSAL: Pace = { firstMs: 15 * MINUTE_MS, longestMs: 6 * HOUR_MS };

/** Doubling from the first pause to the longest, each between half and the whole of it, so that crowds spread. */
export function parkedUntil(
  { attempt, nowMs, jitter }: Omit<Turn, 'lateWriteMs'>,
  { firstMs, longestMs }: Pace,
): number {
  const doublings = Math.min(Math.max(attempt, 1) - 1, 30);
  const pauseMs = Math.min(longestMs, firstMs * 2 ** doublings);
  return nowMs + Math.round(pauseMs * (0.5 + jitter / 2));
}

function quotaDueAt({ retryAfterMs }: Trouble, turn: Turn): number {
  return turn.nowMs + Math.max(retryAfterMs ?? 0, SECOND_MS) + Math.round(turn.jitter * SECOND_MS);
}

/** Error kind → retry, wait or stop (design §1: what a platform refuses is parked). */
export function outcomeOf(trouble: Trouble, turn: Turn): Outcome {
  switch (trouble.kind) {
    case 'unavailable':
      return { kind: 'retry', dueAtMs: parkedUntil(turn, OUTAGE) };
    case 'malformed':
      return { kind: 'retry', dueAtMs: parkedUntil(turn, NONSENSE) };
    case 'throttled':
      return { kind: 'wait', for: 'quota', dueAtMs: quotaDueAt(trouble, turn) };
    case 'unauthorized':
      return { kind: 'wait', for: 'access', dueAtMs: parkedUntil(turn, REFUSAL) };
    case 'ambiguous':
      return { kind: 'wait', for: 'read_back', dueAtMs: turn.nowMs + turn.lateWriteMs };
    case 'rejected':
    case 'not_found':
      return { kind: 'stop', dueAtMs: parkedUntil(turn, REFUSAL) };
  }
}
