import { createMemoryWorld } from '../ports/memory-world';
import { everyPort } from '../ports/every-port';

const world = createMemoryWorld();

everyPort(() => world);
