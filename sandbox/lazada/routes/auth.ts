import type { Endpoint } from '../endpoint';
import type { Grant } from '../entities';
import type { ApiBody } from '../envelope';
import type { Platform } from '../platform';
import { redeemCode, redeemRefreshToken } from '../tokens';
import { requireParam } from '../validations/json-params';

/** Token fields stand at the top level; the list of sellers is named differently in the two answers (lazada.md §2.3-2.4). */
export const authEndpoints: Endpoint[] = [
  {
    path: '/auth/token/create',
    access: 'open',
    handle: ({ platform, params }) =>
      tokenBody(platform, redeemCode(platform, requireParam(params, 'code')), 'country_user_info'),
  },
  {
    path: '/auth/token/refresh',
    access: 'open',
    handle: ({ platform, params }) =>
      tokenBody(
        platform,
        redeemRefreshToken(platform, requireParam(params, 'refresh_token')),
        'country_user_info_list',
      ),
  },
];

function tokenBody({ store, clock, modes }: Platform, grant: Grant, listName: string): ApiBody {
  const seller = store.sellers.get(grant.sellerId);
  const country = seller?.country ?? 'vn';
  const secondsUntil = (at: number) => Math.max(0, Math.round((at - clock.now()) / 1000));
  const { sellerId } = grant;
  return {
    access_token: grant.accessToken,
    country,
    refresh_token: grant.refreshToken,
    account_platform: 'seller_center',
    refresh_expires_in: modes.refreshUnsupported ? 0 : secondsUntil(grant.refreshExpiresAt),
    [listName]: [{ country, user_id: sellerId, seller_id: sellerId, short_code: seller?.shortCode ?? '' }],
    expires_in: secondsUntil(grant.accessExpiresAt),
    account: seller?.email ?? '',
    account_id: null,
  };
}
