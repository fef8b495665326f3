import { beforeEach, expect, test, vi } from 'vitest';
import { createCalls } from './calls';
import { createClock } from './clock';
import { createControl } from './control';
import { createDeliveries } from './deliveries';
import { createFaults } from './faults';
import { createIds } from './ids';

const build = () => {
  const clock = createClock();
  const ids = createIds(1);
  const deliveries = createDeliveries({ clock, ids, policy: { attemptDelaysMs: [0], timeoutMs: 100 } });
  const parts = {
    clock,
    ids,
    deliveries,
    faults: createFaults(clock, ids),
    calls: createCalls(clock),
    restore: vi.fn(),
  };
  return { ...parts, app: createControl(parts) };
};
let sandbox: ReturnType<typeof build>;
beforeEach(() => {
  sandbox = build();
});

const ask = async (method: string, path: string, body?: unknown) => {
  const response = await sandbox.app.request(path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};

test('faults are added, listed and removed', async () => {
  const added = await ask('POST', '/faults', { match: { path: '/rest' }, kind: 'throttle', count: 'always' });
  expect(added.status).toBe(201);
  expect((await ask('GET', '/faults')).body.faults).toMatchObject([{ id: added.body.id, kind: 'throttle', hits: 0 }]);
  await ask('DELETE', `/faults/${added.body.id}`);
  expect((await ask('GET', '/faults')).body.faults).toEqual([]);
});

test.each([
  ['/faults', { match: {}, kind: 'explode' }],
  ['/faults', { match: { path: '(' }, kind: 'slow' }],
  ['/clock', { advanceMs: 'soon' }],
  ['/deliveries', { lose: 2 }],
])('a request that makes no sense is a 400 with a reason: %s %o', async (path, body) => {
  const answer = await ask('POST', path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatch(/\w+/);
});

test('the clock moves, delivery modes change', async () => {
  const before = sandbox.clock.now();
  const moved = await ask('POST', '/clock', { advanceMs: 60_000 });
  expect(moved.body.nowMs).toBeGreaterThanOrEqual(before + 60_000);
  expect((await ask('POST', '/deliveries', { duplicate: 1 })).body.modes).toMatchObject({ duplicate: 1, lose: false });
});

test('reset puts everything back', async () => {
  sandbox.faults.add({ match: {}, kind: 'slow', count: 1 });
  sandbox.calls.record({ operation: 'x', method: 'GET', path: '/', tenant: '', status: 200 });
  sandbox.clock.advance(1_000_000);
  await ask('POST', '/reset', { seed: 9 });
  expect(sandbox.faults.list()).toEqual([]);
  expect((await ask('GET', '/calls')).body.totals.total).toBe(0);
  expect(sandbox.clock.now() - Date.now()).toBeLessThan(1_000);
  expect(sandbox.restore).toHaveBeenCalledOnce();
  expect(sandbox.ids.hex(8)).toBe(createIds(9).hex(8));
});
