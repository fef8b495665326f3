import { expect, test } from 'vitest';
import { atOwnPace } from './at-own-pace';

const never = () => false;
/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A backlog whose batches end when they are let. */
function held() {
  const waiting: ((found: boolean) => void)[] = [];
  return {
    batch: () => new Promise<boolean>((resolve) => waiting.push(resolve)),
    underWay: () => waiting.length,
    end: (found: boolean) => waiting.shift()?.(found),
  };
}

const counted = (batches: number) => {
  const state = { looks: 0, left: batches };
  const batch = async () => {
    state.looks += 1;
    state.left -= 1;
    return state.left >= 0;
  };
  return { state, batch };
};

test('each goes on at its own pace, none waits for another', async () => {
  const slow = held();
  const quick = counted(3);
  const over = atOwnPace([slow.batch, quick.batch], never);
  await settle();
  expect([quick.state.looks, slow.underWay()]).toEqual([4, 1]);
  slow.end(false);
  expect(await over).toBe(false);
  expect(quick.state.looks).toBe(4);
});

test('R3.4 one that had nothing looks again after each batch of another', async () => {
  const long = held();
  const empty = counted(0);
  const over = atOwnPace([long.batch, empty.batch], never);
  await settle();
  expect(empty.state.looks).toBe(1);
  long.end(true);
  await settle();
  expect(empty.state.looks).toBe(2);
  long.end(false);
  expect(await over).toBe(false);
});

test('it ends when stopped, once what is under way has ended, and says that there is more', async () => {
  const backlog = held();
  let stopped = false;
  const over = atOwnPace([backlog.batch], () => stopped);
  await settle();
  stopped = true;
  backlog.end(true);
  expect(await over).toBe(true);
  expect(backlog.underWay()).toBe(0);
});

test('R8.1 a batch that fails lets the others end, begins none, and is told', async () => {
  const other = held();
  const quick = counted(9);
  const over = atOwnPace([() => Promise.reject(new Error('refused')), other.batch, quick.batch], never);
  let told = false;
  const failed = over.catch((error: Error) => {
    told = true;
    return error.message;
  });
  await settle();
  expect([told, quick.state.looks]).toEqual([false, 1]);
  other.end(true);
  expect(await failed).toBe('refused');
  expect(other.underWay()).toBe(0);
});
