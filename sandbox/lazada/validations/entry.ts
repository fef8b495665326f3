import { ApiRefusal, illegalAccessToken, missingParameter } from '../api-refusal';
import type { Seller } from '../entities';
import type { Params } from '../params';
import type { Platform } from '../platform';
import { isSignedBy } from '../signature';
import { isLiveToken, ownerOfToken } from '../tokens';

const REQUIRED = ['app_key', 'timestamp', 'sign_method', 'sign'] as const;
const CLOCK_SKEW_MS = 7_200_000;
/** This host serves one country; a local token of another is no token here (lazada.md §1.1). */
const COUNTRY = 'vn';

/** What the gateway looks at before it knows the caller (lazada.md §1.3, §1.5). */
export function checkEntry(platform: Platform, path: string, params: Params): void {
  for (const name of REQUIRED) if (!params.get(name)) throw missingParameter(name);
  if (params.get('app_key') !== platform.app.key) throw new ApiRefusal('InvalidAppKey', 'ISV', 'Invalid app key');
  checkTimestamp(params.get('timestamp') ?? '', platform.clock.now() + platform.modes.clockSkewMs);
  const signed = isSignedBy(platform.app.secret, path, params, params.get('sign') ?? '');
  if (!signed || params.get('sign_method') !== 'sha256') {
    const text = 'The request signature does not conform to platform standards';
    throw new ApiRefusal('IncompleteSignature', 'ISV', text);
  }
}

/** Epoch ms or `2017-11-11T12:00:00Z`. The code is that of the sister gateway: Lazada's own is not known (§1.5). */
function checkTimestamp(text: string, now: number): void {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Math.abs(at - now) <= CLOCK_SKEW_MS) return;
  throw new ApiRefusal('IllegalTimestamp', 'ISV', 'The specified timestamp parameter is invalid or out of range');
}

/** The address a call came from, where the app keeps a list of those that may (lazada.md §1.5). */
export function checkAddress({ modes }: Platform, address: string | undefined): void {
  if (modes.ipWhitelist === null || modes.ipWhitelist.includes((address ?? '').replace(/^::ffff:/, ''))) return;
  const text = 'The binding IP whitelist of the app does not contain the source IP';
  throw new ApiRefusal('AppWhiteIpLimit', 'ISV', text);
}

/** Whose token it is. */
export function checkToken(platform: Platform, token: string | undefined): Seller {
  if (!token) throw missingParameter('access_token');
  const seller = ownerOfToken(platform, token);
  if (!seller || seller.country !== COUNTRY || !isLiveToken(platform, token)) throw illegalAccessToken();
  return seller;
}

/** The states of a shop in which it cannot be worked with (lazada.md §2.7). */
export function checkSellerState(seller: Seller, path: string): void {
  if (!seller.verified) {
    throw new ApiRefusal('SellerNotVerified', 'ISP', 'Seller not verified,please check seller status');
  }
  if (seller.status !== 'ACTIVE') {
    throw new ApiRefusal('SellerNotActive', 'ISP', 'Seller not active,please check seller status');
  }
  if (seller.easeMode) throw new ApiRefusal('Mp3SellerApiLimit', 'ISP', `Mp3 Seller not support the api -${path}`);
}
