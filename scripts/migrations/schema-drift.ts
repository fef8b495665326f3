import { migrate } from '../migrate';
import { createScratchDatabase } from '../scratch-database';
import { withEngine } from './engine';
import { noFilter, readSchema } from './read-migrations';

const NOTHING = '-- This is an empty migration.';

/**
 * What prisma/schema.prisma has beyond the migrations, as SQL; undefined when nothing. The migrations are
 * applied to a scratch database on the server of `databaseUrl`, whose own data is neither read nor touched.
 * Partial indexes, policies, roles and functions are written by hand and are outside of the comparison.
 */
export async function pendingSchemaDrift(databaseUrl: string): Promise<string | undefined> {
  const scratch = await createScratchDatabase(databaseUrl);
  try {
    await migrate(scratch.url);
    const schema = await readSchema();
    const from = { tag: 'schemaDatasource' as const, ...schema, configDir: '.' };
    const to = { tag: 'schemaDatamodel' as const, ...schema };
    const params = { from, to, script: true, exitCode: null, filters: noFilter };
    const { stdout } = await withEngine(scratch.url, (engine) => engine.diff(params));
    const script = stdout?.trim() ?? '';
    return script === NOTHING ? undefined : script;
  } finally {
    await scratch.drop();
  }
}
