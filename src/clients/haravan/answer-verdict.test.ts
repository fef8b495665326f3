import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bucketLevel, readHaravanAnswer } from './answer-verdict';

const schema = z.object({ a: z.number() });
const read = (status: number, body: unknown, rules = {}, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readHaravanAnswer({ status, headers, text }, { schema, isRead: true, mayBeEmpty: false, ...rules });
};

describe('readHaravanAnswer', () => {
  it('reads a success', () => {
    expect(read(201, { a: 1 })).toMatchObject({ ok: true, value: { a: 1 } });
  });

  it.each<[string, number, unknown, Record<string, unknown>]>([
    ['401', 401, '', { kind: 'unauthorized', code: 'http_401' }],
    [
      '403',
      403,
      { error: 'no scope here' },
      { kind: 'rejected', code: 'http_403', remedy: 'mend_app', platformMessage: 'no scope here' },
    ],
    ['404', 404, '<html>', { kind: 'not_found', code: 'http_404' }],
    ['400', 400, { errors: 'bad' }, { kind: 'rejected', platformMessage: 'bad' }],
    ['a dead grant', 400, { error: 'invalid_grant' }, { kind: 'unauthorized', remedy: 'authorize_again' }],
    ['an unknown app', 400, { error: 'invalid_client' }, { kind: 'rejected', remedy: 'mend_app' }],
    ['422 for a missing record', 422, { errors: 'Dữ liệu không tồn tại!' }, { kind: 'not_found' }],
    ['the same, decomposed', 422, { errors: 'Dữ liệu không tồn tại!'.normalize('NFD') }, { kind: 'not_found' }],
    ['422 on a read may pass', 422, { errors: 'Tối đa chỉ được 50 biến thể' }, { kind: 'rejected', repeats: 1 }],
    ['500', 500, '<html>', { kind: 'unavailable', mayHaveHappened: true }],
    ['a redirect', 302, '', { kind: 'malformed', mayHaveHappened: false, repeats: 0 }],
    ['a page with status 200', 200, '<html>', { kind: 'malformed', repeats: 2 }],
    ['an empty answer', 200, '', { kind: 'malformed', repeats: 2, code: 'empty_200' }],
    ['another shape', 200, { b: 1 }, { kind: 'malformed', repeats: 0, code: 'unexpected_shape' }],
  ])('%s', (_name, status, body, failure) => {
    expect(read(status, body)).toMatchObject({ ok: false, failure });
  });

  it('does not hope for a 422 on a write', () => {
    expect(read(422, { errors: 'x' }, { isRead: false })).toMatchObject({ failure: { repeats: 0 } });
  });

  it.each([
    ['2.0', 2_000],
    ['0.5', 500],
    ['', 2_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 2_000],
  ])('R8.1 takes Retry-After %j as %i ms', (header, retryAfterMs) => {
    const verdict = read(429, 'slow down', {}, { 'retry-after': header });
    expect(verdict).toMatchObject({ failure: { kind: 'throttled', retryAfterMs, mayHaveHappened: false } });
  });

  it('reads an empty answer where one is allowed', () => {
    const rules = { schema: z.unknown(), isRead: false, mayBeEmpty: true };
    expect(readHaravanAnswer({ status: 200, headers: {}, text: '' }, rules)).toMatchObject({ ok: true });
  });
});

describe('bucketLevel', () => {
  it.each([
    ['12/80', { kind: 'level', used: 12, size: 80 }],
    [' 80 / 80 ', { kind: 'level', used: 80, size: 80 }],
    ['many', undefined],
    ['', undefined],
  ])('reads %j', (header, level) => {
    const headers = { 'x-haravan-api-call-limit': header };
    expect(bucketLevel({ status: 200, headers, text: '' })).toEqual(level);
  });
});
