import { range, runSeeds } from './shards';

runSeeds(range(9, 8), 200);
