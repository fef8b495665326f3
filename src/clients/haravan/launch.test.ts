import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyLaunch } from './launch';

const secret = 'app-secret';
const nowMs = 1_785_000_000_000;
const hmac = (message: string) => createHmac('sha256', secret).update(message, 'utf8').digest('hex');
const verify = (queryString: string, change = {}) => verifyLaunch({ queryString, secret, nowMs, ...change });

const plain = 'shop=shop-2.myharavan.com&orgid=200000244883&timestamp=1785000000';
const ok = { ok: true, shop: 'shop-2', orgId: '200000244883', timestamp: 1_785_000_000 };

describe('verifyLaunch', () => {
  it.each([
    ['the hmac at the end', `${plain}&hmac=${hmac(plain)}`],
    ['the hmac in front, with a question mark', `?hmac=${hmac(plain)}&${plain}`],
    ['upper-case hex', `${plain}&hmac=${hmac(plain).toUpperCase()}`],
  ])('R9.3 accepts %s', (_name, queryString) => {
    expect(verify(queryString)).toEqual(ok);
  });

  it('R9.3 keeps the original order instead of sorting', () => {
    const other = 'timestamp=1785000000&shop=shop-2.myharavan.com&orgid=200000244883';
    expect(verify(`${other}&hmac=${hmac(other)}`)).toEqual(ok);
    expect(verify(`${other}&hmac=${hmac(plain)}`)).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it('R9.3 accepts a signature over the raw and over the decoded form', () => {
    const raw = `${plain}&name=%C3%81o+thun`;
    expect(verify(`${raw}&hmac=${hmac(raw)}`)).toEqual(ok);
    expect(verify(`${raw}&hmac=${hmac(`${plain}&name=Áo thun`)}`)).toEqual(ok);
  });

  it.each([
    [-300, ok],
    [300, ok],
    [301, { ok: false, reason: 'stale' }],
    [-301, { ok: false, reason: 'stale' }],
  ])('%i s later', (seconds, verdict) => {
    expect(verify(`${plain}&hmac=${hmac(plain)}`, { nowMs: nowMs + seconds * 1000 })).toEqual(verdict);
  });

  it.each<[string, string, string]>([
    ['no hmac', plain, 'incomplete'],
    ['no org', `shop=a&timestamp=1785000000&hmac=${hmac('x')}`, 'incomplete'],
    ['a changed org', `${plain.replace('883', '884')}&hmac=${hmac(plain)}`, 'bad_signature'],
    ['an hmac of another kind', `${plain}&hmac=zz`, 'bad_signature'],
    ['a repeated name', `${plain}&shop=other&hmac=${hmac(`${plain}&shop=other`)}`, 'malformed'],
    ['nothing', '', 'incomplete'],
  ])('refuses %s', (_name, queryString, reason) => {
    expect(verify(queryString)).toEqual({ ok: false, reason });
  });

  it('refuses a shop that is no handle, though signed', () => {
    const odd = plain.replace('shop-2.myharavan.com', 'evil.example/x');
    expect(verify(`${odd}&hmac=${hmac(odd)}`)).toEqual({ ok: false, reason: 'malformed' });
  });

  it('does not let an encoded & move the border between parameters', () => {
    const signed = `${plain}&path=x&orgid=666`;
    const moved = 'shop=shop-2.myharavan.com%26orgid%3D200000244883&timestamp=1785000000&path=x&orgid=666';
    expect(verify(`${moved}&hmac=${hmac(signed)}`)).toEqual({ ok: false, reason: 'bad_signature' });
  });

  it('refuses everything while no secret is configured', () => {
    const unsigned = createHmac('sha256', '').update(plain).digest('hex');
    expect(verify(`${plain}&hmac=${unsigned}`, { secret: '' })).toMatchObject({ ok: false });
  });

  it('R8.4 survives any query string', () => {
    const unit = fc.constantFrom(
      '&',
      '=',
      '%',
      '%2',
      '%26',
      '+',
      '?',
      'shop',
      'orgid',
      'timestamp',
      'hmac',
      '1',
      'ề',
      '\ud800',
      '\0',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (queryString) => {
        expect(verify(queryString).ok).toBe(false);
      }),
    );
  });
});
