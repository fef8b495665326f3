import pg from 'pg';
import type { Remembered } from './remembered';

const DATABASE = 'lazada_channel';

const urlOf = (facts: Remembered, database: string): string =>
  `postgresql://postgres:${facts.password}@127.0.0.1:${facts.port}/${database}`;

/** Whether the server at the remembered port is the one of this cluster: `starting` also while it recovers or ends. */
export async function askServer(facts: Remembered, cluster: string): Promise<'ours' | 'starting' | 'none'> {
  if (facts.port === 0) return 'none';
  const client = new pg.Client({ connectionString: urlOf(facts, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ path: string }>("select current_setting('data_directory') as path");
    return rows[0]?.path === cluster ? 'ours' : 'none';
  } catch (error) {
    // 57P03: cannot_connect_now.
    return (error as { code?: string }).code === '57P03' ? 'starting' : 'none';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address of our database on that server, which is created when it is missing. */
export async function ensureDatabase(facts: Remembered): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(facts, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  return urlOf(facts, DATABASE);
}
