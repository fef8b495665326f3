import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side';

const gone = new Error('gone');

test('what the others reached is kept, and the first failure is told', async () => {
  const { done, failure } = await sideBySide([1, 2, 3, 4], async (n) => {
    if (n % 2 === 0) throw new Error(`no ${n}`);
    return n * 10;
  });
  expect(done).toEqual([10, 30]);
  expect(failure?.reason).toEqual(new Error('no 2'));
});

test('a failure waits for what still runs', async () => {
  let release = () => {};
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  let ended = false;
  const all = sideBySide(['fails', 'waits'], async (what) => {
    if (what === 'fails') throw gone;
    await waiting;
  }).then((result) => {
    ended = true;
    return result;
  });
  await Promise.resolve();
  expect(ended).toBe(false);
  release();
  expect(await all).toEqual({ done: [undefined], failure: { reason: gone } });
});

test('nothing to do is done', async () => {
  expect(await sideBySide([], async () => 1)).toEqual({ done: [], failure: null });
});
