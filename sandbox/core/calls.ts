import type { Clock } from './clock';

/** One call that a client made to a platform. `status` 0: the connection was dropped. `code`: the platform's verdict. */
export type Call = {
  at: number;
  operation: string;
  method: string;
  path: string;
  tenant: string;
  status: number;
  code?: string;
};

export type CallTotals = {
  total: number;
  byOperation: Record<string, number>;
  byTenant: Record<string, Record<string, number>>;
};

export type Calls = {
  record(call: Omit<Call, 'at'>): void;
  /** The latest calls, oldest first. Totals count those that have left the list as well. */
  list(): readonly Call[];
  totals(): CallTotals;
  clear(): void;
};

const KEPT = 20_000;

export function createCalls(clock: Clock): Calls {
  let log: Call[] = [];
  let totals = emptyTotals();
  return {
    record(call) {
      log.push({ at: clock.now(), ...call });
      if (log.length > KEPT * 2) log = log.slice(-KEPT);
      count(totals, call);
    },
    list: () => log,
    totals: () => totals,
    clear() {
      log = [];
      totals = emptyTotals();
    },
  };
}

function emptyTotals(): CallTotals {
  return { total: 0, byOperation: {}, byTenant: {} };
}

function count(totals: CallTotals, call: Omit<Call, 'at'>): void {
  totals.total += 1;
  totals.byOperation[call.operation] = (totals.byOperation[call.operation] ?? 0) + 1;
  const ofTenant = totals.byTenant[call.tenant] ?? {};
  totals.byTenant[call.tenant] = ofTenant;
  ofTenant[call.operation] = (ofTenant[call.operation] ?? 0) + 1;
}
