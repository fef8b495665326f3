import { range, runSeeds } from './shards';

runSeeds(range(17, 4), 1_000);
