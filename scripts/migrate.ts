import pg from 'pg';
import { isMain } from './is-main';
import { type Engine, withEngine } from './migrations/engine';
import { noFilter, readMigrations } from './migrations/read-migrations';

// Any number will do, as long as nobody else locks it in this database.
const ADVISORY_LOCK = 5_283_074;

/** Several machines may start at once: one migrates, the others wait for it. */
async function oneAtATime<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

async function applyPending(engine: Engine): Promise<string[]> {
  const migrationsList = await readMigrations();
  const history = { migrationsList, optInToShadowDatabase: false, filters: noFilter };
  const { editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory(history);
  const edited = editedMigrationNames.filter((name) => !failedMigrationNames.includes(name));
  if (edited.length) throw new Error(`Changed after being applied: ${edited.join(', ')}.`);
  // A script runs in one transaction, so one that failed or was interrupted left nothing and may be tried again.
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
  return appliedMigrationNames;
}

/**
 * Applies what prisma/migrations holds and the database does not have yet.
 * @returns the names of the migrations applied now, oldest first
 * @throws with PostgreSQL's words when a script fails; the database is then as before that script
 */
export function migrate(databaseUrl: string): Promise<string[]> {
  return oneAtATime(databaseUrl, () => withEngine(databaseUrl, applyPending));
}

if (isMain(import.meta.url)) {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error('Set DATABASE_URL to the database to migrate.');
  const applied = await migrate(databaseUrl);
  console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
}
