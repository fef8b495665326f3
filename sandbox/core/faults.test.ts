import { expect, test } from 'vitest';
import { createClock } from './clock';
import { createFaults, type Fault } from './faults';
import { createIds } from './ids';

const target = { path: '/rest/orders/get', method: 'GET', tenant: 's1' };
const create = (...faults: Fault[]) => {
  const registry = createFaults(
    createClock(0, () => 0),
    createIds(1),
  );
  for (const fault of faults) registry.add(fault);
  return registry;
};

test('a fault strikes as often as it says, then no more', () => {
  const faults = create({ match: {}, kind: 'reset', count: 2 });
  expect([faults.take(target)?.kind, faults.take(target)?.kind, faults.take(target)]).toEqual([
    'reset',
    'reset',
    undefined,
  ]);
});

test.each([
  [{ path: '^/rest/orders' }, true],
  [{ path: '/products' }, false],
  [{ method: 'get' }, true],
  [{ method: 'POST' }, false],
  [{ tenant: 's1' }, true],
  [{ tenant: 's2' }, false],
  [{ path: 'orders', method: 'GET', tenant: 's1' }, true],
])('match %o: %s', (match, strikes) => {
  expect(create({ match, kind: 'html', count: 'always' }).take(target) !== undefined).toBe(strikes);
});

test('can be removed by id or all at once, and a broken expression is refused', () => {
  const faults = create(
    { id: 'a', match: {}, kind: 'slow', count: 'always' },
    { id: 'b', match: {}, kind: 'html', count: 'always' },
  );
  faults.remove('a');
  expect(faults.take(target)?.kind).toBe('html');
  faults.remove();
  expect(faults.list()).toEqual([]);
  expect(() => faults.add({ match: { path: '(' }, kind: 'slow', count: 1 })).toThrow(SyntaxError);
});
