import type { FaultKind } from '@/sandbox/core/faults';
import { isPlatformError, type Platform, type PlatformErrorKind } from '@/src/clients/http/platform-error';
import type { Operation, Trial } from './operation';

/** A bad day: what the sandbox is told to do, once or until it is told to stop. */
export type BadDay = {
  kind: FaultKind;
  status?: number;
  code?: string;
  message?: string;
  delayMs?: number;
  /** The kinds of error that follow: at a call that may be repeated while it lasts, and at one that may not. */
  lasting: PlatformErrorKind | 'done';
  atOnce: PlatformErrorKind | 'done';
  /** The platform acts all the same. */
  acts: boolean;
  /** A repeat after one bad answer succeeds. */
  passes: boolean;
  /** Only reads are repeated. */
  readsOnly?: boolean;
};

const passing = { passes: true, lasting: 'unavailable', atOnce: 'ambiguous' } as const;
const refusing = { passes: false, acts: false } as const;

/** Bad days that every operation of both platforms can have. */
export const COMMON_DAYS: Record<string, BadDay> = {
  'status 500': { kind: 'status', status: 500, acts: false, ...passing },
  "a gateway's page": { kind: 'html', acts: false, ...passing },
  'no answer in time': { kind: 'timeout', acts: false, ...passing },
  'a connection reset': { kind: 'reset', acts: false, ...passing },
  'an answer lost after the effect': { kind: 'lost-answer', acts: true, ...passing },
  'an empty body': { kind: 'empty-body', acts: true, passes: true, lasting: 'malformed', atOnce: 'ambiguous' },
  'a slow answer': { kind: 'slow', delayMs: 5, acts: true, passes: true, lasting: 'done', atOnce: 'done' },
  'too many calls': { kind: 'throttle', lasting: 'throttled', atOnce: 'throttled', ...refusing },
  'a token that ended': { kind: 'expired-token', lasting: 'unauthorized', atOnce: 'unauthorized', ...refusing },
};

type Tried = Pick<Operation<never>, 'effect' | 'mayBeEmpty'>;

/** A repeat is made, and helps once the bad day is over. */
const repeatHelps = (day: BadDay, { effect }: Tried): boolean =>
  day.passes && effect !== 'once' && (effect === 'read' || !day.readsOnly);

/** What a caller must meet, and whether the platform has acted. `done`: the right answer. */
export function expectedOutcome(day: BadDay, tried: Tried, lasts: boolean) {
  if (day.kind === 'empty-body' && tried.mayBeEmpty) return { outcome: 'done', acted: true };
  if (tried.effect === 'once') return { outcome: day.atOnce, acted: day.acts };
  const outcome = repeatHelps(day, tried) && !lasts ? 'done' : day.lasting;
  return { outcome, acted: day.acts || outcome === 'done' };
}

/** Whether it matters that a bad day lasts: only where a repeat could have helped. */
export const spansOf = (day: BadDay, tried: Tried): boolean[] => (repeatHelps(day, tried) ? [false, true] : [false]);

/** Methods that answer with rows: what the fault `empty-list` is for. */
export const answersRows = ({ method, effect }: Operation<never>): boolean =>
  effect === 'read' && /^(list|search|read|getItemsOf)/.test(method);

/** The rows of an answer, wherever they stand in it. */
export function rowsOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer !== 'object' || answer === null) throw new TypeError('an answer without rows');
  return Object.values(answer).flatMap((member) => (Array.isArray(member) ? member : []));
}

/** `done` when the answer has the right meaning, else the kind of the error; anything else is thrown on. */
export async function outcomeOf(platform: Platform, { act, judge }: Trial): Promise<string> {
  try {
    judge(await act());
    return 'done';
  } catch (error) {
    if (!isPlatformError(error) || error.platform !== platform) throw error;
    return error.kind;
  }
}
