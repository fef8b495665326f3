import { expect, test } from 'vitest';
import { both } from './both';

test('answers what both came to', async () => {
  expect(await both(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
});

test.each(['first', 'second'])('R8.1 when the %s fails the other has ended before that is told', async (failing) => {
  const other = Promise.withResolvers<void>();
  let ended = false;
  const going = other.promise.then(() => {
    ended = true;
  });
  const failed = Promise.reject(new Error('refused'));
  const told = (failing === 'first' ? both(failed, going) : both(going, failed)).catch((error: Error) => {
    return { words: error.message, ended };
  });
  setImmediate(other.resolve);
  expect(await told).toEqual({ words: 'refused', ended: true });
});
