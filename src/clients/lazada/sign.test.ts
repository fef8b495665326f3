import { describe, expect, it } from 'vitest';
import vectors from './fixtures/sign-vectors.json';
import { sign, signatureBase } from './sign';

describe('sign', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const params = Object.fromEntries(Object.entries(vector.params).map(([name, value]) => [name, String(value)]));
    expect(signatureBase(vector.path, params)).toBe(vector.base);
    expect(sign(vector.path, params, vector.secret)).toBe(vector.sign);
  });

  it.each([
    ['secret', 'C9E42CE09BA9FE95ECCB17111AA4E3F41D1C82F000435219C75936A427D9C945'],
    ['1234', '988085883BF9D32D251478D23122C7ECC91518CDF63BA22F792000A378F52409'],
  ])('agrees with another SDK (secret %s)', (secret, expected) => {
    expect(sign('/test/api', { foo: '1', bar: '2', foo_bar: '3', foobar: '4' }, secret)).toBe(expected);
  });
});
