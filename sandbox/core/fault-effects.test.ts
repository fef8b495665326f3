import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actUnderFault } from './fault-effects';
import type { Fault } from './faults';
import { type RunningServer, type SandboxApp, serve } from './server';

let server: RunningServer;
let arrivals: number;
let effects: number;
let fault: Omit<Fault, 'match' | 'count'> | undefined;

beforeEach(async () => {
  arrivals = 0;
  effects = 0;
  fault = undefined;
  const app: SandboxApp = new Hono();
  const words = {
    throttled: () => new Response('slow down', { status: 429 }),
    expiredToken: () => new Response('who are you', { status: 401 }),
  };
  app.post('/', (c) => {
    arrivals += 1;
    return actUnderFault(c, fault && { ...fault, match: {}, count: 1 }, words, (strike) => {
      effects += 1;
      return c.text(strike ?? 'done');
    });
  });
  server = await serve(app);
});
afterEach(() => server.close());

const call = () =>
  fetch(server.url, { method: 'POST' }).then(
    async (r) => `${r.status} ${(await r.text()).slice(0, 9)}`,
    () => 'broken',
  );

test.each([
  [undefined, '200 done', 1],
  [{ kind: 'status', status: 503 }, '503 ', 0],
  [{ kind: 'html' }, '502 <html>\r\n<', 0],
  [{ kind: 'throttle' }, '429 slow down', 0],
  [{ kind: 'expired-token' }, '401 who are y', 0],
  [{ kind: 'reset' }, 'broken', 0],
  [{ kind: 'timeout', delayMs: 20 }, 'broken', 0],
  [{ kind: 'slow', delayMs: 5 }, '200 done', 1],
  [{ kind: 'lost-answer' }, 'broken', 1],
  [{ kind: 'empty-body' }, '200 ', 1],
  [{ kind: 'partial-batch' }, '200 partial-b', 1],
  [{ kind: 'refusal', status: 422, message: 'no' }, '422 no', 0],
] as const)('%o answers %s after %i effects', async (next, answer, expected) => {
  fault = next;
  expect(await call()).toBe(answer);
  expect(effects).toBe(expected);
});

test('close ends a request that would otherwise hang', async () => {
  fault = { kind: 'timeout' };
  const hanging = call();
  await expect.poll(() => arrivals).toBe(1);
  await server.close();
  expect(await hanging).toBe('broken');
});
