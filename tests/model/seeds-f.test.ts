import { range, runSeeds } from './shards';

runSeeds(range(21, 4), 1_000);
