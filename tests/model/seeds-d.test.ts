import { range, runSeeds } from './shards';

runSeeds(range(13, 4), 1_000);
