import { range, runSeeds } from './shards';

runSeeds(range(1, 8), 200);
