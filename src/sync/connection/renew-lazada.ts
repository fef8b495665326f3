import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import { isPlatformError, type PlatformError } from '@/src/clients/http/platform-error';
import { accessDeadline } from '@/src/domain/connection/deadlines';
import type { AccessStore } from '../ports/access';
import type { ConnectionStore, RenewalState } from '../ports/connection';
import type { IssueStore } from '../ports/issues';
import type { Trail } from '../ports/trail';
import type { Turn, TurnResult } from '../ports/turn';
import type { Clock, Log } from '../ports/world';
import { type AccessEnd, reportAccessEnded, reportUnrenewable } from './access-issues';
import { lazadaTokensOf, renewAtOf } from './lazada-tokens';

const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 3_600_000;
/** A subscription app's token: Lazada refuses to refresh it, now and ever (lazada.md §2.2). */
const UNSUPPORTED = 'AUTH_TYPE_UNSUPPORTED';

export type RenewLazadaDeps = {
  lazada: Pick<LazadaClient, 'refreshToken' | 'getSeller'>;
  access: Pick<AccessStore, 'lazada'>;
  connections: ConnectionStore;
  issues: IssueStore;
  trail: Trail;
  clock: Clock;
  log: Log;
};

type Owner = Turn & { connectionId: string };
type Verdict = 'dead' | 'unsupported' | 'later';

function verdictOf(error: PlatformError): Verdict {
  if (error.code === UNSUPPORTED) return 'unsupported';
  return error.kind === 'unauthorized' ? 'dead' : 'later';
}

const retryMs = (attempts: number): number => Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 10), LAST_RETRY_MS);

/** Renews one connection's access in the background, or says that only the merchant can (spec R1.4). */
export function createRenewLazada(deps: RenewLazadaDeps): (turn: Owner) => Promise<TurnResult> {
  const { connections, clock } = deps;

  async function expire(turn: Owner, reason: string, end: AccessEnd = 'lapsed'): Promise<TurnResult> {
    const { merchantId, connectionId, fence } = turn;
    await connections.expire(merchantId, connectionId, end === 'revoked' ? end : reason, fence);
    await reportAccessEnded(deps.issues, { merchantId, connectionId }, end, clock.now(), fence);
    await deps.trail.record(merchantId, [{ connectionId, kind: 'access_expired', facts: { reason } }]);
    deps.log.warn({ merchantId, connectionId, reason }, 'access has expired');
    return { more: false };
  }

  async function waitUntil({ merchantId, connectionId, fence }: Owner, at: Date): Promise<TurnResult> {
    await connections.refreshUnsupported(merchantId, connectionId, at, fence);
    await reportUnrenewable(deps.issues, { merchantId, connectionId }, at.getTime(), fence);
    return { more: false, nextAt: at };
  }

  /** Access that cannot be renewed was refused, or announced its end: it lives as long as Lazada takes it. */
  async function probe(turn: Owner, state: RenewalState): Promise<TurnResult> {
    try {
      await deps.lazada.getSeller(await deps.access.lazada(turn.merchantId, turn.connectionId));
    } catch (error) {
      if (isPlatformError(error, 'unauthorized')) return expire(turn, 'access_token', 'revoked');
      throw error;
    }
    return waitUntil(turn, new Date(accessDeadline(state).atMs));
  }

  async function refused(turn: Owner, state: RenewalState, error: PlatformError, retryAt: Date): Promise<TurnResult> {
    const { merchantId, connectionId } = turn;
    const verdict = verdictOf(error);
    if (verdict === 'dead') return expire(turn, 'refresh_token', 'revoked');
    if (verdict === 'unsupported') return waitUntil(turn, new Date(state.accessExpiresAtMs));
    // A refusal that we do not know is not repeated for ever once the old access is over; an outage is.
    const isOver = clock.now() >= state.accessExpiresAtMs && error.kind === 'rejected';
    if (isOver) return expire(turn, 'access_token');
    deps.log.warn({ merchantId, connectionId, reason: error.message, retryAt }, 'access was not renewed yet');
    return { more: false, nextAt: retryAt };
  }

  async function renew(turn: Owner, state: RenewalState, refreshToken: string, retryAt: Date): Promise<TurnResult> {
    const { merchantId, connectionId, fence } = turn;
    try {
      const grant = await deps.lazada.refreshToken(refreshToken);
      const at = clock.now();
      const tokens = lazadaTokensOf(grant, at);
      const renewAt = renewAtOf(tokens, state.authorizedAtMs, at);
      await connections.saveTokens(merchantId, connectionId, { tokens, renewAt, at: new Date(at) }, fence);
      deps.log.info({ merchantId, connectionId, renewAt }, 'access renewed');
      return { more: false, nextAt: renewAt };
    } catch (error) {
      if (!isPlatformError(error)) throw error;
      return refused(turn, state, error, retryAt);
    }
  }

  return async (turn) => {
    const { merchantId, connectionId, fence } = turn;
    const state = await connections.renewal(merchantId, connectionId);
    if (state?.state !== 'active' || state.renewAt === null) return { more: false };
    const nowMs = clock.now();
    if (state.renewAt.getTime() > nowMs) return { more: false, nextAt: state.renewAt };
    const retryAt = new Date(nowMs + retryMs(state.attempts));
    // Of several turns that see the same due moment one moves it, and that one calls Lazada.
    if (!(await connections.claimRenewal(merchantId, connectionId, state.renewAt, retryAt, fence)))
      return { more: false };
    const deadline = accessDeadline(state);
    if (nowMs >= deadline.atMs) return expire(turn, deadline.because);
    if (!state.refreshSupported || state.refreshToken === null) return probe(turn, state);
    return renew(turn, state, state.refreshToken, retryAt);
  };
}
