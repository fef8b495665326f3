import { describe, expect, it } from 'vitest';
import { sentParams } from '../http/params';
import vectors from './fixtures/sign-vectors.json';
import { sign, signatureBase } from './sign';

describe('sign', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const params = Object.fromEntries(Object.entries(vector.params).map(([name, value]) => [name, String(value)]));
    expect(signatureBase(vector.path, params)).toBe(vector.base);
    expect(sign(vector.path, params, vector.secret)).toBe(vector.sign);
  });

  it('V12b signs what is sent: an empty parameter is not', () => {
    const empty = vectors.find((vector) => vector.id.startsWith('V12'));
    const expected = '16384194981C615C19510ECD589BA69FE22FF50417C478F415E5D95136AB2401';
    expect(sign('/products/get', sentParams(empty?.params ?? {}), 'helloworld')).toBe(expected);
  });

  it('agrees with a client that runs against the gateway', () => {
    const params = { app_key: '123456', timestamp: '1700000000000', sign_method: 'sha256', access_token: 'test-token' };
    const expected = '91375F42B474CECEE7172759B6400E74F10FBB6E9E9E145EA2A27DFA17556B18';
    expect(sign('/order/cancel', params, 'test-secret')).toBe(expected);
  });

  it.each([
    ['secret', 'C9E42CE09BA9FE95ECCB17111AA4E3F41D1C82F000435219C75936A427D9C945'],
    ['1234', '988085883BF9D32D251478D23122C7ECC91518CDF63BA22F792000A378F52409'],
  ])('agrees with another SDK (secret %s)', (secret, expected) => {
    expect(sign('/test/api', { foo: '1', bar: '2', foo_bar: '3', foobar: '4' }, secret)).toBe(expected);
  });
});
