import { timingSafeEqual } from 'node:crypto';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LoginKind, LoginState, LoginStateStore } from '../ports/login-state';

/** What came back with the browser. `cookieState`: the state that this browser was given when the flow began. */
export type OAuthCallback = {
  state: string | null;
  code: string | null;
  error: string | null;
  cookieState: string | null;
};

export type CallbackRefusal =
  | 'denied'
  | 'state_unknown'
  | 'state_expired'
  | 'state_replayed'
  /** The state is not the one that this browser was given: somebody else's link (spec R1.3). */
  | 'state_foreign'
  | 'code_refused'
  | 'platform_unavailable';

export type Verified = LoginState & { ok: true; code: string };
export type Refused<Because extends string = CallbackRefusal> = { kind: 'refused'; because: Because };

export const refused = <Because extends string>(because: Because): Refused<Because> => ({ kind: 'refused', because });

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Everything that can be wrong with a return before its code is used. A foreign browser does not use up the state. */
export async function verifyCallback(
  states: LoginStateStore,
  kind: LoginKind,
  { state, code, error, cookieState }: OAuthCallback,
  at: Date,
): Promise<Verified | Refused> {
  if (!state) return refused('state_unknown');
  if (!cookieState || !sameText(state, cookieState)) return refused('state_foreign');
  const redeemed = await states.redeem(kind, state, at);
  if (!redeemed.ok) return refused(`state_${redeemed.why}`);
  if (error) return refused('denied');
  if (!code) return refused('code_refused');
  return { ok: true, merchantId: redeemed.merchantId, data: redeemed.data, code };
}

/** A code that was used, expired or made up is refused by its platform; anything else may pass. */
export function refusalOfCode(error: unknown): Refused {
  if (!isPlatformError(error)) throw error;
  return refused(error.kind === 'unauthorized' || error.kind === 'rejected' ? 'code_refused' : 'platform_unavailable');
}
