import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyPort } from '../ports/every-port';
import { createMemoryWorld } from '../ports/memory-world';
import { createPostgresWorld } from '../ports/postgres-world';
import { firstDifference } from '../ports/same-answers/same-answers';

let world: Awaited<ReturnType<typeof createPostgresWorld>>;

beforeAll(async () => {
  world = await createPostgresWorld();
});
afterAll(() => world.close());

everyPort(() => world);

test('rows in memory answer as rows on Postgres do, whatever is asked', async () => {
  expect(await firstDifference([createMemoryWorld(world.now().getTime()), world], 11, 120)).toBeNull();
});
