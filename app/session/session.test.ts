import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { openSession, type SessionClaims, sealSession } from './session';

const SECRET = 'sixteen-characters-or-more';
const session: SessionClaims = {
  merchantId: '0b6a6c0e-7a7e-4a3b-9b58-2a3f7f0d5c11',
  orgId: '200000244883',
  shop: 'vuon-nha',
  role: 'staff',
};

test('a session survives the trip and cannot be read from outside', async () => {
  const token = await sealSession(session, SECRET);
  expect(token).not.toContain('vuon-nha');
  expect(await openSession(token, SECRET)).toEqual(session);
});

test('R7.1 what we did not make opens nothing', async () => {
  const token = await sealSession(session, SECRET);
  const halves = token.split('.');
  const altered = [...halves.slice(0, 3), `x${halves[3]?.slice(1)}`, halves[4]].join('.');
  expect(await openSession(altered, SECRET)).toBeNull();
  expect(await openSession(token, 'another-secret-of-ours')).toBeNull();
  expect(await openSession('not.a.token', SECRET)).toBeNull();
  expect(await openSession(undefined, SECRET)).toBeNull();
});

test('a session ends, and one with a role of its own invention is none', async () => {
  const expired = await encode({ token: session, secret: SECRET, maxAge: -60 });
  expect(await openSession(expired, SECRET)).toBeNull();
  const invented = await encode({ token: { ...session, role: 'root' }, secret: SECRET });
  expect(await openSession(invented, SECRET)).toBeNull();
});
