import { expect, test } from 'vitest';
import { shareNext } from './share-next';

/** Readings that end when they are let, each with its number. */
function readings() {
  const begun: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  const ask = shareNext(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = begun.length + 1;
        begun.push({ resolve: () => resolve(number), reject });
      }),
  );
  return { begun, ask };
}

const goOn = () => new Promise((resolve) => setImmediate(resolve));

test('R5.1 those who ask during a reading share the next one, which begins after they asked', async () => {
  const { begun, ask } = readings();
  const [first, second, third] = [ask(), ask(), ask()];
  await goOn();
  expect(begun).toHaveLength(1);
  begun[0]?.resolve();
  expect(await first).toBe(1);
  await goOn();
  expect(begun).toHaveLength(2);
  const late = ask();
  begun[1]?.resolve();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await goOn();
  begun[2]?.resolve();
  expect(await late).toBe(3);
});

test('R5.1 nobody waits when none is under way, also after one that failed', async () => {
  const { begun, ask } = readings();
  const refused = ask().catch((error: Error) => error.message);
  const next = ask();
  begun[0]?.reject(new Error('ended'));
  expect(await refused).toBe('ended');
  await goOn();
  begun[1]?.resolve();
  expect(await next).toBe(2);
  await goOn();
  const alone = ask();
  expect(begun).toHaveLength(3);
  begun[2]?.resolve();
  expect(await alone).toBe(3);
});
