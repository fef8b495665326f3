import type { Encryption } from '@/src/platform/encryption';
import { SEALED, TOKEN_COLUMNS } from '../keys/sealed-columns';
import { findTenant } from './find-tenant';
import type { Connection, TenantRow } from './tenant-connection';
import { tenantTables } from './tenant-tables';

type Row = Record<string, unknown>;
type Tools = { connection: Connection; encryption: Pick<Encryption, 'open'>; write: (text: string) => Promise<void> };

const BATCH = 500;

/** What was sealed is JSON in the clear; a message that is not JSON stays text. */
async function opened(sealed: string, { encryption }: Tools): Promise<unknown> {
  const plain = await encryption.open(sealed);
  try {
    return JSON.parse(plain);
  } catch {
    return plain;
  }
}

async function readable(row: Row, table: string, tools: Tools): Promise<Row> {
  const sealed = SEALED.find((candidate) => candidate.table === table)?.columns ?? [];
  const clear = { ...row };
  for (const column of sealed) {
    const value = row[column];
    if (TOKEN_COLUMNS.includes(column)) delete clear[column];
    else if (typeof value === 'string') clear[column] = await opened(value, tools);
  }
  return clear;
}

/** One table as a JSON array, batch by batch: a shop may have more orders than memory. */
async function writeTable(table: string, tools: Tools): Promise<void> {
  const { client } = tools.connection;
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT to_jsonb(t) AS row FROM "${table}" t`);
  let separator = '';
  for (;;) {
    const { rows } = await client.query<{ row: Row }>(`FETCH ${BATCH} FROM rows`);
    if (rows.length === 0) break;
    for (const { row } of rows) {
      await tools.write(`${separator}\n    ${JSON.stringify(await readable(row, table, tools))}`);
      separator = ',';
    }
  }
  await client.query('CLOSE rows');
}

/**
 * All rows of one merchant as of one moment, orders and messages in the clear, without tokens (spec R7.3).
 * Shape: `{ shop, exportedAt, tables: { <table>: [row, …] } }`. @throws Error when a row is sealed with a key that is not in the ring
 */
export async function exportTenant(shop: string, tools: Tools): Promise<TenantRow> {
  const tenant = await findTenant(tools.connection, shop);
  const tables = await tenantTables(tools.connection);
  const head = { shop: tenant.shop, exportedAt: new Date().toISOString() };
  await tools.connection.asTenant(
    tenant.id,
    async () => {
      await tools.write(`${JSON.stringify(head).slice(0, -1)},"tables":{`);
      for (const [index, table] of tables.entries()) {
        await tools.write(`${index > 0 ? ',' : ''}\n  ${JSON.stringify(table)}:[`);
        await writeTable(table, tools);
        await tools.write(']');
      }
      await tools.write('\n}}\n');
    },
    'REPEATABLE READ',
  );
  return tenant;
}
