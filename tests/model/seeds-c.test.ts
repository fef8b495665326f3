import { range, runSeeds } from './shards';

runSeeds(range(9, 4), 1_000);
