import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded } from '@/src/sync/ports/access';
import { DatabaseAway } from '@/src/sync/ports/database-away';
import { LeaseLost } from '@/src/sync/ports/turn';

/** What a turn that threw means for its lane: wait (the rows are still wishes), stop, or ask for access first. */
export type Outcome =
  | { kind: 'wait'; pauseMs: number; reason: string; bug: boolean }
  | { kind: 'renew_access'; platform: 'lazada' | 'haravan'; pauseMs: number; reason: string }
  | { kind: 'stop'; reason: string };

const TRANSIENT_CAP_MS = 60_000;
/** A defect of ours must not spin: it is logged, and the lane tries again ever more slowly. */
const BUG_CAP_MS = 300_000;
const RENEW_PAUSE_MS = 2_000;

const backoffMs = (failures: number, capMs: number): number => Math.min(1_000 * 2 ** Math.min(failures, 10), capMs);

/** @param failures how often this lane of this connection failed in a row before */
export function outcomeOf(error: unknown, failures: number): Outcome {
  if (error instanceof LeaseLost) return { kind: 'stop', reason: 'lease lost' };
  if (error instanceof AccessEnded) return { kind: 'stop', reason: error.message };
  if (error instanceof DatabaseAway) {
    return { kind: 'wait', pauseMs: backoffMs(failures, TRANSIENT_CAP_MS), reason: error.message, bug: false };
  }
  if (!isPlatformError(error)) {
    return {
      kind: 'wait',
      pauseMs: backoffMs(failures, BUG_CAP_MS),
      reason: error instanceof Error ? error.message : String(error),
      bug: true,
    };
  }
  const reason = error.message;
  switch (error.kind) {
    case 'unauthorized':
      return { kind: 'renew_access', platform: error.platform, pauseMs: RENEW_PAUSE_MS * (failures + 1), reason };
    case 'throttled':
      return { kind: 'wait', pauseMs: error.retryAfterMs ?? 1_000, reason, bug: false };
    case 'unavailable':
    case 'malformed':
    case 'ambiguous':
      return { kind: 'wait', pauseMs: backoffMs(failures, TRANSIENT_CAP_MS), reason, bug: false };
    case 'rejected':
    case 'not_found':
      // A use-case should have parked the row that was refused; until it does, the lane must not spin.
      return { kind: 'wait', pauseMs: backoffMs(failures, BUG_CAP_MS), reason, bug: true };
  }
}
