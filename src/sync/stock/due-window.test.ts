import { expect, test } from 'vitest';
import type { DueAfter, DuePush } from '../ports/stock';
import { createDueWindow } from './due-window';
import type { PushTurn } from './push-turn';

const MOST = 2;
/** What one look finds. */
const LOOK = 4 * MOST;

const push = (n: number) => ({ variantId: `v${String(n).padStart(3, '0')}`, dueAt: new Date(0) }) as DuePush;

/** `count` quantities are due since the same moment, until they are taken out of `rows`. */
function shop(count: number) {
  const rows = Array.from({ length: count }, (_, n) => push(n));
  const changed: DuePush[] = [];
  const quantity = new Set<string>();
  const state = { now: 10_000, looks: 0, read: 0 };
  const takeDue = async (_m: string, _c: string, _f: string, _at: Date, limit: number, after?: DueAfter) => {
    const behind = rows.filter((row) => !after || row.variantId > after.variantId);
    const found = [...behind, ...(after ? changed : [])].slice(0, limit);
    state.looks += 1;
    state.read += found.length;
    return found;
  };
  const window = createDueWindow({ pushes: { takeDue }, clock: { now: () => state.now } } as never, 'quantity');
  const turn = { merchantId: 'm', connectionId: 'c', onTheWay: { quantity } } as unknown as PushTurn;
  const take = (most: number) => window.next(turn, most);
  const next = async () => (await take(MOST)).map((row) => row.variantId);
  const done = (ids: readonly string[]) => {
    for (const id of ids) quantity.delete(id);
    rows.splice(0, rows.length, ...rows.filter((row) => !ids.includes(row.variantId)));
  };
  return { rows, changed, state, take, next, done };
}

test('R3.4 R7.2 a backlog is looked through once, some rounds at a look, though what was given out is not settled yet', async () => {
  const { next, state, done } = shop(5 * LOOK + 1);
  const seen: string[] = [];
  for (let round = await next(); round.length > 0; round = await next()) {
    done(seen.slice(-MOST));
    seen.push(...round);
  }
  expect(new Set(seen).size).toBe(5 * LOOK + 1);
  expect(seen).toHaveLength(5 * LOOK + 1);
  // The last one twice: whether there is more is asked while it is being settled.
  expect(state.read).toBe(5 * LOOK + 2);
});

test('R3.4 what was found a while ago is looked for again, and what became due before it is found', async () => {
  const { next, state, rows, done } = shop(3 * LOOK);
  done(await next());
  rows.unshift(push(-1));
  state.now += 3_000;
  expect((await next())[0]).toBe('v0-1');
  expect(state.looks).toBe(2);
});

test('R8.2 what is on its way is not given out again until it is settled', async () => {
  const { next, rows, done } = shop(3);
  const first = await next();
  expect(await next()).toEqual(['v002']);
  expect(await next()).toEqual([]);
  done(first);
  rows.push(push(0));
  expect(await next()).toEqual(['v000']);
});

test('R3.4 what changed while it waited here is given out once, as it is now', async () => {
  const { take, changed } = shop(4);
  await take(1);
  changed.push({ ...push(2), version: 2 });
  const given = await take(4);
  expect(given.map(({ variantId, version }) => [variantId, version])).toEqual([
    ['v001', undefined],
    ['v003', undefined],
    ['v002', 2],
  ]);
});
