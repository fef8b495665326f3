import { expect, test } from 'vitest';
import { createDueQueue } from './due-queue';

test('gives entries in order of due time, equals in order of arrival, none before its time', () => {
  const queue = createDueQueue<{ dueAt: number; name: string }>();
  for (const [name, dueAt] of [
    ['c', 5],
    ['a', 1],
    ['d', 5],
    ['b', 3],
    ['e', 9],
  ] as const)
    queue.add({ name, dueAt });
  expect(queue.earliest()).toBe(1);
  const taken = [];
  for (let entry = queue.takeDue(5); entry; entry = queue.takeDue(5)) taken.push(entry.name);
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
  expect([queue.size(), queue.earliest()]).toEqual([1, 9]);
  queue.clear();
  expect([queue.size(), queue.earliest(), queue.takeDue(99)]).toEqual([0, undefined, undefined]);
});
