import { expect, test } from 'vitest';
import { createSettling } from './settling';

/** Lets everything that can go on go on. */
const goOn = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is let. */
function held() {
  const waiting: { resolve: () => void; reject: (reason: unknown) => void }[] = [];
  const work = () => new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
  return { waiting, work };
}

test('one batch at a time, and nobody waits for the one that has begun', async () => {
  const settling = createSettling();
  const { work, waiting } = held();
  await settling.begin(work);
  const second = settling.begin(work);
  await goOn();
  expect(waiting).toHaveLength(1);
  waiting[0]?.resolve();
  await second;
  expect(waiting).toHaveLength(2);
  waiting[1]?.resolve();
  await settling.end();
});

test('R8.1 what failed is told to the next batch, which is settled all the same', async () => {
  const settling = createSettling();
  const { work, waiting } = held();
  await settling.begin(work);
  waiting[0]?.reject(new Error('the lease was lost'));
  const next = settling.begin(work).catch((error: Error) => error.message);
  await goOn();
  expect(waiting).toHaveLength(2);
  waiting[1]?.resolve();
  expect(await next).toBe('the lease was lost');
  await settling.end();
});

test('R8.1 what the last batch met is told at the end', async () => {
  const settling = createSettling();
  await settling.begin(() => Promise.reject(new Error('the database is away')));
  await expect(settling.end()).rejects.toThrow('the database is away');
});
