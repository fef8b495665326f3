import { range, runSeeds } from './shards';

runSeeds(range(1, 4), 1_000);
