import { parseArgs } from 'node:util';
import { createEncryption } from '@/src/platform/encryption';
import { envSchema } from '@/src/platform/env';
import { countRows, eraseTenant, type RowCount } from './tenant/erase-tenant';
import { exportTenant } from './tenant/export-tenant';
import { findTenant } from './tenant/find-tenant';
import { withConnection } from './tenant/tenant-connection';
import { withDatabase } from './with-database';

const USAGE = 'Usage: npm run --silent tenant -- export SHOP > file.json\n       npm run tenant -- erase SHOP [--yes]';

const listed = (counts: RowCount[]): string => counts.map(({ table, rows }) => `  ${table}: ${rows}`).join('\n');

// A reader that leaves (`| head`) ends the export with an error of ours instead of a crash.
process.stdout.on('error', () => undefined);

/** Waits while the reader is slower than we are. */
const toStdout = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));

async function exportShop(databaseUrl: string, shop: string): Promise<number> {
  const ring = envSchema.in.shape.ENCRYPTION_KEYS.safeParse(process.env.ENCRYPTION_KEYS);
  if (!ring.success) throw new Error('Set ENCRYPTION_KEYS: what is encrypted at rest is exported in the clear.');
  const encryption = createEncryption(ring.data);
  await withConnection(databaseUrl, (connection) => exportTenant(shop, { connection, encryption, write: toStdout }));
  return 0;
}

function eraseShop(databaseUrl: string, shop: string, yes: boolean): Promise<number> {
  return withConnection(databaseUrl, async (connection) => {
    const tenant = await findTenant(connection, shop);
    if (yes) {
      console.log(`Erased ${tenant.shop} (${tenant.name}):\n${listed(await eraseTenant(connection, tenant))}`);
      return 0;
    }
    const installed = tenant.status === 'installed' ? ' The app is still installed in this shop: its sync ends.' : '';
    console.error(
      `This erases ${tenant.shop} (${tenant.name}) for good:\n${listed(await countRows(connection, tenant))}\n` +
        `Products and orders on Haravan and Lazada stay.${installed} Nothing was erased; to do it, add --yes.`,
    );
    return 1;
  });
}

/** `npm run tenant -- export|erase SHOP` (spec R7.3, R9.5). */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { yes: { type: 'boolean' } } });
  const [command, shop, ...rest] = positionals;
  if (!shop || rest.length > 0 || (command !== 'export' && command !== 'erase')) throw new Error(USAGE);
  return withDatabase((databaseUrl) =>
    command === 'export' ? exportShop(databaseUrl, shop) : eraseShop(databaseUrl, shop, values.yes ?? false),
  );
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
