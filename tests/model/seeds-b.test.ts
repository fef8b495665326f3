import { range, runSeeds } from './shards';

runSeeds(range(5, 4), 1_000);
