import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Envelope, readLazadaAnswer } from './gateway-verdict';

const schema = z.object({ a: z.number() });
const read = (body: unknown, envelope: Envelope = 'data', status = 200) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readLazadaAnswer({ status, headers: {}, text }, { envelope, answer: schema });
};
const request_id = '212a6a5a17675956955215662';

describe('success', () => {
  it.each<[Envelope, unknown]>([
    ['data', { code: '0', data: { a: 1 }, request_id }],
    ['data', { code: 0, data: { a: 1 }, request_id, _trace_id_: 'x' }],
    ['result', { code: '0', result: { success: true, a: 1 }, request_id }],
    ['result.data', { code: '0', result: { success: 'true', data: { a: 1 }, error_code: '' }, request_id }],
    ['top', { code: '0', a: 1, request_id }],
  ])('finds the payload in %s', (envelope, body) => {
    expect(read(body, envelope)).toEqual({ ok: true, value: { a: 1 }, requestId: request_id });
  });
});

describe('the three error shapes (lazada.md §3)', () => {
  it('code and message', () => {
    const body = {
      code: 'IllegalAccessToken',
      type: 'ISV',
      message: 'The specified access token is invalid',
      request_id,
    };
    expect(read(body)).toMatchObject({
      ok: false,
      failure: {
        kind: 'unauthorized',
        code: 'IllegalAccessToken',
        platformMessage: 'The specified access token is invalid',
        requestId: request_id,
      },
    });
  });

  it('code with detail', () => {
    const detail = [{ code: 'E0501', field: 'bizCheck', item_id: 12345, message: 'negative sellable' }];
    const body = { code: '501', type: 'ISP', message: 'E501: Update product failed', request_id, detail };
    expect(read(body)).toMatchObject({ ok: false, failure: { kind: 'rejected', code: '501', detail } });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'snake case',
      { success: false, error_code: '700021', error_msg: 'ORDER_NOT_FOUND' },
      { kind: 'not_found', code: '700021', platformMessage: 'ORDER_NOT_FOUND' },
    ],
    ['camel case', { success: 'false', errorCode: 6, errorMsg: 'SYSTEM_ERROR' }, { kind: 'unavailable', code: '6' }],
    [
      'a displayed message',
      { success: false, error_code: { displayMessage: 'Dropshipping invalid' } },
      { kind: 'rejected', code: 'not_successful', platformMessage: 'Dropshipping invalid' },
    ],
  ])('code 0 with an unsuccessful result, %s', (_name, result, failure) => {
    expect(read({ code: '0', result, request_id }, 'result.data')).toMatchObject({ ok: false, failure });
  });

  it('code 0 with success false beside it', () => {
    expect(read({ code: '0', success: false, error_code: '20', request_id })).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', code: '20' },
    });
  });
});

describe('R8.4 what is no answer of the gateway', () => {
  it.each<[string, unknown, number, Record<string, unknown>]>([
    ['a page', '<html>502</html>', 502, { kind: 'unavailable', mayHaveHappened: true, code: 'http_502' }],
    ['a page with status 200', '<html>', 200, { kind: 'malformed', mayHaveHappened: true, repeats: 2 }],
    ['an empty body', '', 200, { kind: 'malformed', code: 'empty_200' }],
    ['no code', { data: { a: 1 } }, 200, { kind: 'malformed', code: 'unexpected_shape' }],
    ['a list', [], 200, { kind: 'malformed' }],
    ['data of another shape', { code: '0', data: { a: 'x' } }, 200, { kind: 'malformed', repeats: 0 }],
    ['no data', { code: '0' }, 200, { kind: 'malformed' }],
    ['HTTP 429', 'slow down', 429, { kind: 'throttled', retryAfterMs: 1_000, code: 'http_429' }],
    ['HTTP 404', 'nothing here', 404, { kind: 'rejected', code: 'http_404' }],
    ['HTTP 500 with a code', { code: '20', message: 'x' }, 500, { kind: 'unavailable', mayHaveHappened: true }],
  ])('%s', (_name, body, status, failure) => {
    expect(read(body, 'data', status)).toMatchObject({ ok: false, failure });
  });
});
