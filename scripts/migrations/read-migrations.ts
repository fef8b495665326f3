import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';

export const prismaFolder = fileURLToPath(new URL('../../prisma', import.meta.url));

/** Nothing of the database is managed by somebody else. */
export const noFilter = { externalTables: [], externalEnums: [] };

async function readScript(folder: string, name: string): Promise<MigrationList['migrationDirectories'][number]> {
  const path = 'migration.sql';
  const content = await readFile(join(folder, name, path), 'utf8').then(
    (value) => ({ tag: 'ok' as const, value }),
    (error: Error) => ({ tag: 'error' as const, value: error.message }),
  );
  return { path: name, migrationFile: { path, content } };
}

/** The migrations directory in the shape the schema engine wants, in the order of their names. */
export async function readMigrations(folder = join(prismaFolder, 'migrations')): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(names.sort().map((name) => readScript(folder, name)));
  const path = 'migration_lock.toml';
  const content = await readFile(join(folder, path), 'utf8').catch(() => null);
  return { baseDir: folder, lockfile: { path, content }, shadowDbInitScript: '', migrationDirectories };
}

export async function readSchema(file = join(prismaFolder, 'schema.prisma')): Promise<SchemasContainer> {
  return { files: [{ path: file, content: await readFile(file, 'utf8') }] };
}
