import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { MerchantStore, MerchantView } from '../ports/connection';
import type { Trail } from '../ports/trail';
import type { Turn } from '../ports/turn';
import type { Clock, Log } from '../ports/world';

export type RenewHaravanDeps = {
  haravan: Pick<HaravanClient, 'refreshToken'>;
  merchants: MerchantStore;
  trail: Trail;
  clock: Clock;
  log: Log;
};

/**
 * Haravan rotates the refresh token on every use (haravan.md §1.6). A dead one ends the access until the owner opens the app again,
 * which leads through the consent. Trouble that passes is left to the lane's own pause.
 */
export function createRenewHaravan(deps: RenewHaravanDeps): (turn: Turn, merchant: MerchantView) => Promise<void> {
  const { merchants, clock } = deps;

  async function refresh({ merchantId, fence }: Turn, old: string): Promise<void> {
    const grant = await deps.haravan.refreshToken(old);
    const { accessToken, refreshToken = old, expiresInSeconds, scope } = grant;
    const at = new Date(clock.now());
    const expiresAt = expiresInSeconds === undefined ? null : new Date(at.getTime() + expiresInSeconds * 1_000);
    await merchants.saveTokens(merchantId, { accessToken, refreshToken, expiresAt, scope }, at, fence);
    deps.log.info({ merchantId, expiresAt }, 'Haravan access renewed');
  }

  async function expire({ merchantId, fence }: Turn): Promise<void> {
    await merchants.expire(merchantId, fence);
    await deps.trail.record(merchantId, [{ connectionId: null, kind: 'haravan_access_expired' }]);
    deps.log.warn({ merchantId }, 'Haravan access has expired');
  }

  return async (turn, merchant) => {
    const dueAt = merchant.accessRenewAt?.getTime() ?? Number.POSITIVE_INFINITY;
    if (merchant.tokenState !== 'active' || dueAt > clock.now()) return;
    const old = await merchants.refreshToken(turn.merchantId);
    if (old === null) return;
    try {
      await refresh(turn, old);
    } catch (error) {
      if (!isPlatformError(error, 'unauthorized') && !isPlatformError(error, 'rejected')) throw error;
      await expire(turn);
    }
  };
}
