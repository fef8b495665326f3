/** What may befall a call on its way. The platforms' own refusals (throttle, expired token) are the sandboxes' affair. */
export const CALL_FAULTS = [
  /** Before the effect. */
  'unreachable',
  'reset',
  'server-error',
  'html',
  /** After the effect. */
  'lost',
  'server-error-after',
  'garbled',
  /** The client gives up; the platform carries it out later. */
  'late',
] as const;
export type CallFaultKind = (typeof CALL_FAULTS)[number];

export type CallFault = {
  platform: 'lazada' | 'haravan';
  path: RegExp;
  method?: string;
  kind: CallFaultKind;
  left: number;
};

export type CallFaults = {
  add(fault: CallFault): void;
  /** The oldest that strikes this call, counted as used once. */
  take(call: { platform: 'lazada' | 'haravan'; method: string; path: string }): CallFaultKind | null;
  clear(): void;
  /** How many have struck. */
  readonly struck: number;
};

export function createCallFaults(): CallFaults {
  let faults: CallFault[] = [];
  let struck = 0;
  return {
    add(fault) {
      faults.push({ ...fault });
    },
    take({ platform, method, path }) {
      const fault = faults.find(
        (one) => one.platform === platform && one.path.test(path) && (one.method ?? method) === method,
      );
      if (!fault) return null;
      fault.left -= 1;
      faults = faults.filter((one) => one.left > 0);
      struck += 1;
      return fault.kind;
    },
    clear() {
      faults = [];
    },
    get struck() {
      return struck;
    },
  };
}
