import { randomBytes } from 'node:crypto';
import pg from 'pg';

export type ScratchDatabase = { url: string; drop: () => Promise<void> };

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A database of its own on the server of `databaseUrl`: empty, or a copy (tens of milliseconds) of `template`,
 * the name of a database that nobody is connected to. Dropping it also ends connections left open.
 */
export async function createScratchDatabase(databaseUrl: string, template?: string): Promise<ScratchDatabase> {
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  const quoted = pg.escapeIdentifier(template ?? 'template0');
  await run(databaseUrl, `create database ${name} template ${quoted}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(databaseUrl, `drop database if exists ${name} with (force)`) };
}
