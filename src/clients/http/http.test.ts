import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type AnsweringServer, type Scripted, startAnsweringServer } from './answering-server';
import { readBody, unreadableFailure } from './body';
import type { HttpCall } from './http';
import { isPlatformError, PlatformError } from './platform-error';
import { createTestHttp } from './test-http';
import type { HttpAnswer } from './transport';
import type { Failure, Verdict } from './verdict';

const PHONE = '84909123456';
const TOKEN = '50000601c30atpedfgu3LVvik87Ixlsvle3mSoB7701ceb156fPunYZ43GBg';

let server: AnsweringServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const failed = (failure: Failure): Verdict<unknown> => ({ ok: false, failure });

function read(answer: HttpAnswer): Verdict<unknown> {
  if (answer.status === 429) {
    const retryAfterMs = Number(answer.headers['retry-after']) * 1000;
    return failed({ kind: 'throttled', mayHaveHappened: false, retryAfterMs });
  }
  if (answer.status >= 500)
    return failed({ kind: 'unavailable', mayHaveHappened: true, code: `http_${answer.status}` });
  const body = readBody(answer);
  return body.kind === 'json' ? { ok: true, value: body.value } : failed(unreadableFailure(body, answer.status));
}

async function play(script: Scripted[], call: Partial<HttpCall<unknown>> = {}) {
  server = await startAnsweringServer(script);
  const { url } = server;
  const test = createTestHttp();
  const outcome = await test.http
    .send({
      platform: 'lazada',
      operation: 'orders.list',
      tenant: '1001',
      repeatable: true,
      timeoutMs: 600,
      throttle: { key: 'lazada:1001' },
      build: () => ({
        method: 'GET',
        url: `${url}/orders?access_token=${TOKEN}`,
        headers: { authorization: `Bearer ${TOKEN}` },
      }),
      read,
      ...call,
    })
    .then(
      (value) => ({ value, error: undefined }),
      (error: unknown) => ({ value: undefined, error }),
    );
  const error = outcome.error;
  if (error !== undefined && !isPlatformError(error)) throw error;
  return { ...test, value: outcome.value, error, received: server.received };
}

const page: Scripted = { status: 502, body: `<html>Call ${PHONE} or mail an@example.com</html>` };
const ok: Scripted = { body: '{"fine":true}' };

describe('a call that is safe to repeat', () => {
  it('passes the parsed answer on', async () => {
    expect((await play([ok])).value).toEqual({ fine: true });
  });

  it.each<[string, Scripted]>([
    ['a 500', { status: 500, body: '{}' }],
    ['a page of the gateway', { status: 200, body: '<html>busy</html>' }],
    ['an empty answer', { status: 200 }],
    ['a cut line', 'reset'],
    ['silence', 'silence'],
    ['an answer that drips for ever', 'drip'],
  ])('is sent again after %s', async (_name, first) => {
    const { value, received, sleptMs } = await play([first, ok]);
    expect(value).toEqual({ fine: true });
    expect(received).toHaveLength(2);
    expect(sleptMs).toEqual([113]);
  });

  it('gives up after three attempts, having waited less than two seconds', async () => {
    const { error, received, sleptMs, logs } = await play([page]);
    expect(error).toMatchObject({ kind: 'unavailable', code: 'http_502', operation: 'orders.list' });
    expect(received).toHaveLength(3);
    expect(sleptMs.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(2_000);
    expect(logs.map((event) => event.attempt)).toEqual([1, 2, 3]);
  });

  it('is malformed when the page stays, with a masked excerpt', async () => {
    const { error } = await play([{ ...page, status: 200 }]);
    expect(error?.kind).toBe('malformed');
    expect(error?.detail).toEqual({ excerpt: '<html>Call ########### or mail …@…</html>' });
  });

  it('refuses an oversized answer at once', async () => {
    const { error, received } = await play([{ body: `"${'x'.repeat(20_000)}"` }]);
    expect(error).toMatchObject({ kind: 'malformed', code: 'oversized' });
    expect(received).toHaveLength(1);
  });

  it('does not follow a redirect', async () => {
    const { error, received } = await play([{ status: 302, headers: { location: '/elsewhere' } }]);
    expect(error?.kind).toBe('malformed');
    expect(received.every((request) => request.url.startsWith('/orders'))).toBe(true);
  });
});

describe('R8.2 a write that must not be repeated', () => {
  it.each<[string, Scripted]>([
    ['a 500', { status: 500, body: '{}' }],
    ['a page of the gateway', page],
    ['an unreadable success', { status: 200, body: '<html>' }],
    ['a cut line', 'reset'],
    ['silence', 'silence'],
    ['an oversized answer', { body: 'x'.repeat(20_000) }],
  ])('is ambiguous after %s, and sent once', async (_name, scripted) => {
    const { error, received } = await play([scripted], { repeatable: false });
    expect(error?.kind).toBe('ambiguous');
    expect(received).toHaveLength(1);
  });

  it('is merely unavailable when nobody listens: nothing was sent', async () => {
    const nobody = () => ({ method: 'POST' as const, url: 'http://127.0.0.1:9/' });
    const { error } = await play([ok], { repeatable: false, build: nobody });
    expect(error).toMatchObject({ kind: 'unavailable', code: 'unreachable' });
  });
});

describe('load', () => {
  it('reads Retry-After in seconds and leaves at once', async () => {
    const { error, received, sleptMs } = await play([{ status: 429, headers: { 'retry-after': '2.0' } }]);
    expect(error).toMatchObject({ kind: 'throttled', retryAfterMs: 2_000 });
    expect(received).toHaveLength(1);
    expect(sleptMs).toEqual([]);
  });

  it('waits a short ban out, even for a write, since a refused call had no effect', async () => {
    const script: Scripted[] = [{ status: 429, headers: { 'retry-after': '0.25' } }, ok];
    const { value, sleptMs } = await play(script, { repeatable: false });
    expect(value).toEqual({ fine: true });
    expect(sleptMs).toEqual([250]);
  });

  it('keeps the next call of the shop back while the ban lasts', async () => {
    const first = await play([{ status: 429, headers: { 'retry-after': '2' } }]);
    const again = first.http.send({
      platform: 'lazada',
      operation: 'orders.get',
      tenant: '1001',
      repeatable: true,
      timeoutMs: 600,
      throttle: { key: 'lazada:1001' },
      build: () => ({ method: 'GET', url: 'http://127.0.0.1:9/' }),
      read,
    });
    await expect(again).rejects.toMatchObject({ kind: 'throttled', operation: 'orders.get', retryAfterMs: 2_000 });
  });

  it('lets no fault of the throttle turn an answer into an error', async () => {
    const throttle = { acquire: async () => undefined, learn: () => Promise.reject(new Error('Redis is away')) };
    const test = createTestHttp({ throttle, transport: async () => ({ status: 200, headers: {}, text: '1' }) });
    const sent = test.http.send({
      platform: 'lazada',
      operation: 'orders.get',
      tenant: '1001',
      repeatable: false,
      timeoutMs: 600,
      throttle: { key: 'lazada:1001' },
      build: () => ({ method: 'POST', url: 'http://127.0.0.1:9/' }),
      read,
      level: () => ({ kind: 'level', used: 1, size: 80 }),
    });
    await expect(sent).resolves.toBe(1);
  });
});

describe('R5.1 beforeAttempt', () => {
  it('ends the call between two attempts, with what it threw', async () => {
    const server = await startAnsweringServer([page, ok]);
    const stopped = new Error('disconnected');
    let asked = 0;
    const sent = createTestHttp().http.send({
      platform: 'lazada',
      operation: 'orders.get',
      tenant: '1001',
      repeatable: true,
      timeoutMs: 600,
      beforeAttempt: async () => {
        asked += 1;
        if (asked === 2) throw stopped;
      },
      build: () => ({ method: 'GET', url: server.url }),
      read,
    });
    await expect(sent).rejects.toBe(stopped);
    await server.close();
    expect(server.received).toHaveLength(1);
  });
});

describe('what leaves the pipeline', () => {
  it('R7.1 logs neither token, query, body nor buyer, and neither does the error', async () => {
    const { error, logs } = await play([page, 'reset', 'silence']);
    const written = JSON.stringify(logs) + inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error);
    expect(logs).toHaveLength(3);
    for (const secret of [TOKEN, PHONE, 'access_token', 'example.com', 'Bearer']) expect(written).not.toContain(secret);
  });

  it('logs who, what and how long', async () => {
    const { logs } = await play([ok]);
    expect(logs).toEqual([
      {
        platform: 'lazada',
        operation: 'orders.list',
        tenant: '1001',
        method: 'GET',
        status: 200,
        durationMs: 0,
        attempt: 1,
        outcome: 'ok',
        code: undefined,
        requestId: undefined,
      },
    ]);
  });

  it('turns a reader that throws into malformed', async () => {
    const { error } = await play([ok], {
      read: () => {
        throw new RangeError('bug');
      },
    });
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({ kind: 'malformed', code: 'unexpected_shape' });
  });
});
