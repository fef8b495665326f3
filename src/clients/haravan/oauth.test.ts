import { describe, expect, it } from 'vitest';
import { haravanSaying } from './test-haravan';

describe('OAuth', () => {
  it('R1.1 sends the browser to the consent page', () => {
    const { client } = haravanSaying({});
    const url = new URL(
      client.authorizeUrl({
        redirectUri: 'https://a/install/login',
        scope: 'openid org',
        state: 's',
        nonce: 'n',
        orgId: '1',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://accounts.haravan.com/connect/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_mode: 'query',
      response_type: 'code',
      scope: 'openid org',
      client_id: 'client-id',
      redirect_uri: 'https://a/install/login',
      state: 's',
      nonce: 'n',
      orgid: '1',
    });
  });

  it('R1.1 exchanges a code, form-encoded', async () => {
    const body = { access_token: 'A', refresh_token: 'R', expires_in: '86400', id_token: 'I', scope: 'openid org' };
    const { client, sent } = haravanSaying(body);
    expect(await client.exchangeCode('c', 'https://a/install/login')).toEqual({
      accessToken: 'A',
      refreshToken: 'R',
      expiresInSeconds: 86_400,
      idToken: 'I',
      scope: 'openid org',
    });
    expect(sent[0]?.url).toBe('https://accounts.haravan.com/connect/token');
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code: 'c',
      redirect_uri: 'https://a/install/login',
      client_id: 'client-id',
      client_secret: 'client-secret',
    });
  });

  it('reads a grant without lifetime or refresh token', async () => {
    const { client } = haravanSaying({ access_token: 'A' });
    expect(await client.refreshToken('R')).toMatchObject({ accessToken: 'A', expiresInSeconds: undefined, scope: '' });
  });

  it.each<[unknown, number, string]>([
    [{ error: 'invalid_grant' }, 400, 'unauthorized'],
    [{ error: 'invalid_client' }, 400, 'rejected'],
    ['<html>', 502, 'ambiguous'],
    [{ access_token: '' }, 200, 'ambiguous'],
  ])('R1.4 %j (%i) on refresh is %s, and it is sent once', async (body, status, kind) => {
    const { client, sent } = haravanSaying(body, status);
    await expect(client.refreshToken('R')).rejects.toMatchObject({ kind });
    expect(sent).toHaveLength(1);
  });
});
