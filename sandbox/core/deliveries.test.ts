import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Clock, createClock } from './clock';
import { createDeliveryBreaker } from './delivery-breaker';
import { createDeliveries, type Deliveries } from './deliveries';
import { createIds } from './ids';

const MINUTE = 60_000;
const POLICY = { attemptDelaysMs: [0, 30 * MINUTE, 30 * MINUTE], timeoutMs: 1_000 };
let clock: Clock;
let deliveries: Deliveries;
let receiver: Server;
let received: string[];
let answer: (body: string) => number | 'never';

beforeEach(async () => {
  received = [];
  answer = () => 200;
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push(body);
    const status = answer(body);
    if (status !== 'never') response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  clock = createClock();
  deliveries = createDeliveries({
    clock,
    ids: createIds(3),
    policy: POLICY,
  });
});
afterEach(() => {
  deliveries.close();
  receiver.closeAllConnections();
  receiver.close();
});

const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
const send = (body: string) =>
  deliveries.send({ url: url(), tenant: 's1', topic: 't', compose: () => ({ body, headers: {} }) });
const outcomes = () => deliveries.log().map(({ attempt, outcome, status }) => [attempt, outcome, status]);

test('delivers once, and only after send has returned', async () => {
  send('a');
  expect(deliveries.log()).toEqual([]);
  await deliveries.flush();
  expect(received).toEqual(['a']);
  expect(outcomes()).toEqual([[1, 'delivered', 200]]);
});

test('repeats on its schedule by the clock, composing anew, and gives up after the last attempt', async () => {
  answer = () => 500;
  let composed = 0;
  const compose = () => ({ body: `state ${++composed}`, headers: {} });
  deliveries.send({ url: url(), tenant: 's1', topic: 't', compose });
  await deliveries.flush();
  expect(deliveries.pending()).toBe(1);
  for (let i = 0; i < 2; i++) {
    clock.advance(30 * MINUTE);
    await deliveries.flush();
  }
  expect(received).toEqual(['state 1', 'state 2', 'state 3']);
  expect(outcomes()).toEqual([
    [1, 'failed', 500],
    [2, 'failed', 500],
    [3, 'gave-up', 500],
  ]);
  expect(deliveries.pending()).toBe(0);
});

test('an answer later than the time limit is a failure', async () => {
  answer = () => 'never';
  send('slow');
  await deliveries.flush();
  expect(outcomes()).toEqual([[1, 'failed', null]]);
  expect(deliveries.log()[0]?.error).toBe('TimeoutError');
});

test('modes lose, duplicate, delay and reorder', async () => {
  deliveries.setModes({ lose: true });
  send('lost');
  deliveries.setModes({ lose: false, duplicate: 2 });
  send('thrice');
  await deliveries.flush();
  expect(received).toEqual(['thrice', 'thrice', 'thrice']);
  expect(outcomes()[0]).toEqual([0, 'lost', null]);

  deliveries.setModes({ duplicate: 0, delayMs: 10 * MINUTE });
  send('late');
  await deliveries.flush();
  expect(received).toHaveLength(3);
  clock.advance(10 * MINUTE);
  await deliveries.flush();
  expect(received.at(-1)).toBe('late');

  received = [];
  deliveries.setModes({ delayMs: 0, reorder: true });
  const order = Array.from({ length: 12 }, (_, i) => String(i));
  for (const body of order) send(body);
  await deliveries.flush();
  expect(received).not.toEqual(order);
  expect([...received].sort((a, b) => Number(a) - Number(b))).toEqual(order);
});

test('a share of messages can be lost, and clear forgets queue, log and modes', async () => {
  deliveries.setModes({ lose: 0.5 });
  for (let i = 0; i < 40; i++) send(String(i));
  await deliveries.flush();
  expect(received.length).toBeGreaterThan(5);
  expect(received.length).toBeLessThan(35);
  answer = () => 500;
  deliveries.setModes({ lose: false });
  send('again');
  await deliveries.flush();
  deliveries.clear();
  expect(deliveries.pending()).toBe(0);
  expect(deliveries.log()).toEqual([]);
  expect(deliveries.modes().lose).toBe(false);
});

test('clearing while every place is taken leaves the queue usable', async () => {
  answer = () => 'never';
  for (let i = 0; i < 8; i++) send('stuck');
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(8);
  deliveries.clear();
  answer = () => 200;
  send('after');
  await expect.poll(() => received.at(-1), { timeout: 10_000 }).toBe('after');
});

test('an open breaker stops everything but a probe; a delivered probe closes it', async () => {
  deliveries.close();
  const breaker = createDeliveryBreaker(() => 1);
  deliveries = createDeliveries({ clock, ids: createIds(1), policy: POLICY, breaker });
  breaker.note(false);
  send('stopped');
  await deliveries.flush();
  expect(outcomes()).toEqual([[0, 'stopped', null]]);
  deliveries.send({
    url: url(),
    tenant: 't',
    topic: 'x',
    probe: true,
    compose: () => ({ body: 'probe', headers: {} }),
  });
  await deliveries.flush();
  send('again');
  await deliveries.flush();
  expect(received).toEqual(['probe', 'again']);
});
