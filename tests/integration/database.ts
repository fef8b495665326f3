import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createDatabase, type Database } from '@/src/db/client';
import { createSweepDoor, createTenantDoor, type SweepDoor, type TenantDoor } from '@/src/db/tenant';

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
/** One at a time over all test processes: a template that somebody is connected to cannot be cloned. */
const CLONING = 71_120_261;

export type FreshDatabase = { url: string; door: TenantDoor; sweep: SweepDoor; db: Database; close(): Promise<void> };

/** A server that may create databases. Missing means a red test, never a skipped one (design §3 rule 9). */
function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL >= 15 that may create databases.');
  return url;
}

function databaseUrl(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function migrationScripts(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readFile(`${MIGRATIONS}/${name}/migration.sql`, 'utf8')));
}

async function ensureTemplate(server: pg.Client, scripts: readonly string[]): Promise<string> {
  const template = `channel_template_${createHash('sha256').update(scripts.join('\n')).digest('hex').slice(0, 12)}`;
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount) return template;
  const making = `${template}_${randomBytes(4).toString('hex')}`;
  await server.query(`CREATE DATABASE ${making}`);
  await withConnection(databaseUrl(making), async (client) => {
    for (const script of scripts) await client.query(script);
  });
  await server.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
  return template;
}

async function cloneDatabase(): Promise<string> {
  const scripts = await migrationScripts();
  const name = `channel_test_${process.env.TEST_RUN}_${randomBytes(6).toString('hex')}`;
  await withConnection(serverUrl(), async (server) => {
    await server.query('SELECT pg_advisory_lock($1)', [CLONING]);
    const template = await ensureTemplate(server, scripts);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return name;
}

/** Databases of this process that no test uses now. To empty one costs a fraction of making one. */
const idle: string[] = [];

/** Whoever is still connected, a worker that a test killed, say, must not write into the next test's rows. */
async function emptied(name: string): Promise<void> {
  await withConnection(databaseUrl(name), async (client) => {
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    const { rows } = await client.query<{ tablename: string }>(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    const deletes = rows.map(({ tablename }) => `DELETE FROM "${tablename}"`);
    await client.query(['BEGIN', "SET LOCAL session_replication_role = 'replica'", ...deletes, 'COMMIT'].join(';'));
  });
}

/** A migrated, empty database with both doors, for one test at a time; `close` empties it. The run's end drops them all. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = idle.pop() ?? (await cloneDatabase());
  const url = databaseUrl(name);
  const db = createDatabase({ url, poolSize: 5 });
  return {
    url,
    db,
    door: createTenantDoor(db),
    sweep: createSweepDoor(db),
    async close() {
      await db.$disconnect();
      await emptied(name);
      idle.push(name);
    },
  };
}
