import pg from 'pg';

/** Any number, the same for all files. */
const KEY = 20_815;

/**
 * Waits until no other file has a browser open: what holds a table to see one screen load holds it for every merchant. What needs no
 * browser goes on beside. Answers how to give the turn up; a process that dies gives it up too.
 */
export async function takeBrowserTurn(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('SELECT pg_advisory_lock($1)', [KEY]);
  return () => client.end();
}
