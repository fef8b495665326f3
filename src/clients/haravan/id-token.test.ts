import { inspect } from 'node:util';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFixture } from '@/tests/fixtures/load';
import { haravanAnswering, TEST_HARAVAN_CONFIG as config } from './test-haravan';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let [ours, stranger]: Pair[] = [];

beforeAll(async () => {
  [ours, stranger] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
});

const claims = {
  sub: '1',
  nonce: 'n',
  email: 'chu@shop.vn',
  name: 'Chủ Shop',
  orgid: 200000244883,
  orgname: 'Shop 2',
  orgsub: 'shop-2',
  role: ['admin', 'staff'],
};

/** A platform with one published key, and a clock for tokens. */
function start(publishedAs = 'k1') {
  const exchange = haravanAnswering(() => ({ body: published }));
  let published: unknown;
  const nowSeconds = () => Math.floor(exchange.clock.nowMs / 1000);
  const publish = async (kid: string) => {
    if (ours !== undefined) published = { keys: [{ ...(await exportJWK(ours.publicKey)), kid, alg: 'RS256' }] };
  };
  const token = (change: JWTPayload = {}, kid = 'k1', key = ours?.privateKey) => {
    const { clientId: aud, accountsUrl: iss } = config;
    const payload = { ...claims, aud, iss, iat: nowSeconds(), exp: nowSeconds() + 300, ...change };
    if (key === undefined) throw new Error('no key');
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
  };
  return { ...exchange, publish, token, ready: publish(publishedAs) };
}

describe('verifyIdToken', () => {
  it('R1.1 reads who signed in', async () => {
    const { client, token, ready, sent } = start();
    await ready;
    expect(await client.verifyIdToken(await token(), 'n')).toEqual({
      userId: '1',
      email: 'chu@shop.vn',
      name: 'Chủ Shop',
      orgId: '200000244883',
      orgName: 'Shop 2',
      shop: 'shop-2',
      roles: ['admin', 'staff'],
    });
    await client.verifyIdToken(await token({ role: 'admin' }), 'n');
    expect(sent.map((message) => message.url)).toEqual([`${config.accountsUrl}/.well-known/openid-configuration/jwks`]);
  });

  it('R1.1 reads the claims that clients have seen', async () => {
    const { client, token, ready } = start();
    await ready;
    const seen = loadFixture('haravan', 'user-claims').payload as JWTPayload;
    const identity = { userId: '200000123456', orgId: '200000244883', shop: 'shop-2', roles: ['admin'] };
    expect(await client.verifyIdToken(await token(seen), 'n')).toMatchObject(identity);
  });

  it.each<[string, JWTPayload, string]>([
    ['another issuer', { iss: 'https://evil.example' }, 'id_token_err_jwt_claim_validation_failed'],
    ['another app', { aud: 'other' }, 'id_token_err_jwt_claim_validation_failed'],
    ['an old token', { exp: 1_700_000_000 }, 'id_token_err_jwt_expired'],
    ['another nonce', { nonce: 'x' }, 'id_token_nonce'],
    ['no nonce', { nonce: undefined }, 'id_token_claims'],
    ['no org', { orgid: undefined }, 'id_token_claims'],
  ])('R1.3 refuses %s, and tells nobody whose it was', async (_name, change, code) => {
    const { client, token, ready } = start();
    await ready;
    const error: unknown = await client.verifyIdToken(await token(change), 'n').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'unauthorized', code });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('chu@shop.vn');
  });

  it('R1.3 refuses a signature of a stranger', async () => {
    const { client, token, ready } = start();
    await ready;
    const forged = await token({}, 'k1', stranger?.privateKey);
    await expect(client.verifyIdToken(forged, 'n')).rejects.toMatchObject({
      kind: 'unauthorized',
      code: 'id_token_err_jws_signature_verification_failed',
    });
  });

  it.each(['', 'x', 'a.b.c', `${'x'.repeat(5000)}`])('R8.4 refuses %j', async (written) => {
    const { client, ready } = start();
    await ready;
    await expect(client.verifyIdToken(written, 'n')).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it('refuses when no nonce was asked for', async () => {
    const { client, token, ready } = start();
    await ready;
    await expect(client.verifyIdToken(await token({ nonce: '' }), '')).rejects.toMatchObject({
      code: 'id_token_nonce',
    });
  });

  it('follows a new key, but does not ask for every unknown one', async () => {
    const { client, token, ready, publish, sent, clock } = start();
    await ready;
    await client.verifyIdToken(await token(), 'n');
    await publish('k2');
    await expect(client.verifyIdToken(await token({}, 'k2'), 'n')).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(sent).toHaveLength(1);
    clock.nowMs += 31_000;
    expect(await client.verifyIdToken(await token({}, 'k2'), 'n')).toMatchObject({ shop: 'shop-2' });
    expect(sent).toHaveLength(2);
  });

  it('passes on that the keys could not be fetched', async () => {
    const { client } = haravanAnswering(() => ({ status: 503, body: 'down' }));
    const { token, ready } = start();
    await ready;
    await expect(client.verifyIdToken(await token(), 'n')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
