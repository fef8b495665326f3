import pg from 'pg';
import { inject } from 'vitest';

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('running').databaseUrl });
  await client.connect();
  return client;
}

/** Nobody can read the table until the function returned is called. */
export async function slowTable(table: string): Promise<() => Promise<void>> {
  const client = await connected();
  await client.query(`begin; lock table ${pg.escapeIdentifier(table)} in access exclusive mode`);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** The app may not read the table until the function returned is called. */
export async function brokenTable(table: string): Promise<() => Promise<void>> {
  const client = await connected();
  const name = pg.escapeIdentifier(table);
  await client.query(`revoke select on ${name} from channel_app`);
  return async () => {
    await client.query(`grant select on ${name} to channel_app`);
    await client.end();
  };
}
