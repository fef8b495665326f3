import { postgresBackend } from '../model/engine/postgres-backend';
import { range, runSeeds } from '../model/shards';

/** A database may take its time, and on a busy machine more. */
const PATIENCE_MS = 60_000;

runSeeds(range(103, 2), 500, { makeBackend: postgresBackend, patienceMs: PATIENCE_MS });
