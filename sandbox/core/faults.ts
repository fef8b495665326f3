import type { Clock } from './clock';
import type { Ids } from './ids';

export const FAULT_KINDS = [
  'status',
  'html',
  'timeout',
  'reset',
  'slow',
  'throttle',
  'lost-answer',
  'expired-token',
  'empty-body',
  'empty-list',
  'refusal',
  'partial-batch',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type FaultMatch = {
  /** Source of a regular expression tried on the pathname. */
  path?: string;
  method?: string;
  tenant?: string;
};

/**
 * `lost-answer`, `empty-body` and `empty-list` strike after the effect, `slow` delays it, `partial-batch` lets every
 * second element of a batch fail, every other kind prevents the effect.
 */
export type Fault = {
  id?: string;
  match: FaultMatch;
  kind: FaultKind;
  status?: number;
  delayMs?: number;
  /** For `refusal` and `throttle`: the platform's code and words, where it has such. */
  code?: string;
  message?: string;
  count: number | 'always';
};

export type ActiveFault = Fault & { id: string; hits: number; lastHitAt: number | null };
export type FaultTarget = { path: string; method: string; tenant?: string };

export type Faults = {
  /** Returns the id by which the fault can be removed. A regular expression that does not compile throws. */
  add(fault: Fault): string;
  list(): readonly ActiveFault[];
  /** Without an id: all of them. */
  remove(id?: string): void;
  /** The oldest fault that matches, counted as used once. */
  take(target: FaultTarget): ActiveFault | undefined;
};

export function createFaults(clock: Clock, ids: Ids): Faults {
  const names = ids.fork('faults');
  let active: ActiveFault[] = [];
  const isSpent = (fault: ActiveFault) => fault.count !== 'always' && fault.hits >= fault.count;
  return {
    add(fault) {
      if (fault.match.path !== undefined) new RegExp(fault.match.path);
      const id = fault.id ?? `fault-${names.hex(8)}`;
      active = [...active.filter((other) => other.id !== id), { ...fault, id, hits: 0, lastHitAt: null }];
      return id;
    },
    list: () => active,
    remove(id) {
      active = id === undefined ? [] : active.filter((fault) => fault.id !== id);
    },
    take(target) {
      const fault = active.find((candidate) => !isSpent(candidate) && matches(candidate.match, target));
      if (!fault) return undefined;
      fault.hits += 1;
      fault.lastHitAt = clock.now();
      return fault;
    },
  };
}

function matches(match: FaultMatch, target: FaultTarget): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== target.method.toUpperCase()) return false;
  if (match.tenant !== undefined && match.tenant !== target.tenant) return false;
  return match.path === undefined || new RegExp(match.path).test(target.path);
}
