import { afterAll, beforeAll } from 'vitest';
import { everyPort } from '../ports/every-port';
import { createPostgresWorld } from '../ports/postgres-world';

let world: Awaited<ReturnType<typeof createPostgresWorld>>;

beforeAll(async () => {
  world = await createPostgresWorld();
});
afterAll(() => world.close());

everyPort(() => world);
