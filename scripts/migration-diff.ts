import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prismaFolder } from './migrations/read-migrations';
import { pendingSchemaDrift } from './migrations/schema-drift';
import { startServices } from './services';

/** `npm run migration -- NAME`: writes the difference between schema.prisma and the migrations as the next migration. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Usage: npm run migration -- name_in_snake_case');
  const services = await startServices({ dataDir: '.data/tests', log: console.log, kind: 'throwaway' });
  try {
    const script = await pendingSchemaDrift(services.databaseUrl);
    if (!script) return console.log('prisma/schema.prisma and the migrations agree: nothing to write.');
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(prismaFolder, 'migrations', `${time}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), `${script}\n`);
    console.log(`Wrote ${folder}/migration.sql: read it before you commit it.`);
  } finally {
    await services.stop();
  }
}

await main(process.argv[2]);
