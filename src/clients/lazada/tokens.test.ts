import { describe, expect, it } from 'vitest';
import { lazadaAnswering } from './test-lazada';

const seller = { country: 'VN', user_id: '1', seller_id: 200012345678, short_code: 'VN1' };
const grant = {
  code: '0',
  access_token: 'a',
  refresh_token: 'r',
  expires_in: 864000,
  refresh_expires_in: 4320000,
  account: 'seller@example.com',
  country: 'vn',
};
const parsed = {
  accessToken: 'a',
  refreshToken: 'r',
  expiresInSeconds: 864_000,
  refreshExpiresInSeconds: 4_320_000,
  account: 'seller@example.com',
  country: 'vn',
  sellers: [{ country: 'vn', sellerId: '200012345678', userId: '1', shortCode: 'VN1' }],
};

describe('tokens', () => {
  it('R1.2 sends the browser to the consent page', () => {
    const { client } = lazadaAnswering({});
    const url = new URL(client.authorizeUrl({ redirectUri: 'https://app/connect/lazada/callback', state: 's&1' }));
    expect(url.origin + url.pathname).toBe('https://auth.lazada.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      force_auth: 'true',
      client_id: '123456',
      redirect_uri: 'https://app/connect/lazada/callback',
      state: 's&1',
      country: 'vn',
    });
  });

  it('R1.4 reads create and refresh, whose lists have different names', async () => {
    const created = lazadaAnswering({ ...grant, country_user_info: [seller] });
    expect(await created.client.createToken('c')).toEqual(parsed);
    const texts = { expires_in: '864000', refresh_expires_in: '4320000' };
    const refreshed = lazadaAnswering({ ...grant, ...texts, country_user_info_list: [seller] });
    expect(await refreshed.client.refreshToken('r')).toEqual(parsed);
  });

  it.each([
    ['InvalidCode', 'unauthorized', 'authorize_again'],
    ['IllegalRefreshToken', 'unauthorized', 'authorize_again'],
    ['AppNotSubscribed', 'unauthorized', 'subscribe'],
    ['AUTH_TYPE_UNSUPPORTED', 'rejected', 'subscribe'],
    ['SellerNotActive', 'rejected', 'mend_seller'],
    ['IncompleteSignature', 'unavailable', 'mend_app'],
    ['InvalidAppKey', 'unavailable', 'mend_app'],
    ['MissingPartner', 'unavailable', 'mend_app'],
    ['AppWhiteIpLimit', 'unavailable', 'mend_app'],
    ['MissingParameter', 'rejected', undefined],
    ['SystemBusy', 'ambiguous', undefined],
  ])('R1.4 %s is %s, to be mended by %s, and asked once', async (code, kind, remedy) => {
    const { client, sent } = lazadaAnswering({ code, message: 'x', request_id: 'r1' });
    const facts = { kind, code, remedy, requestId: 'r1' };
    await expect(client.refreshToken('r')).rejects.toMatchObject(facts);
    await expect(client.createToken('c')).rejects.toMatchObject(facts);
    expect(sent).toHaveLength(2);
  });

  it('R8.4 refuses a grant without a token', async () => {
    const { client } = lazadaAnswering({ ...grant, access_token: '' });
    await expect(client.createToken('c')).rejects.toMatchObject({ kind: 'ambiguous', code: 'unexpected_shape' });
  });
});
