import { runSeeds } from './shards';

runSeeds([17, 18, 19, 21, 22, 23, 24], 200);
