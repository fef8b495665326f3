import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportTenant } from '@/scripts/tenant/export-tenant';
import { withConnection } from '@/scripts/tenant/tenant-connection';
import { type FreshDatabase, freshDatabase } from './database';
import { addTenantRows, type TenantRows } from './tenant-command-rows';
import { testEncryption } from './test-encryption';

type Exported = { shop: string; exportedAt: string; tables: Record<string, Record<string, unknown>[]> };

let database: FreshDatabase;
let mine: TenantRows;
let theirs: TenantRows;

beforeAll(async () => {
  database = await freshDatabase();
  mine = await addTenantRows(database, '200000000001');
  theirs = await addTenantRows(database, '200000000002');
});
afterAll(() => database.close());

async function exported(shop: string): Promise<{ text: string; json: Exported }> {
  let text = '';
  const write = async (part: string) => {
    text += part;
  };
  await withConnection(database.url, (connection) =>
    exportTenant(shop, { connection, encryption: testEncryption, write }),
  );
  return { text, json: JSON.parse(text) };
}

describe('R7.3 a tenant is exported', () => {
  test('R7.3 every table of the tenant, orders and messages in the clear', async () => {
    const { json } = await exported(mine.shop);
    const { ChannelOrder, InboxMessage, Variant, TrailEvent, Merchant, Connection } = json.tables;
    expect(json.shop).toBe(mine.shop);
    expect(ChannelOrder).toMatchObject([
      { lazadaOrderId: '1', total: 150_000, detail: { buyer: { name: mine.buyer } } },
    ]);
    expect(InboxMessage).toMatchObject([{ topic: '0', body: { trade_order_id: '1' } }]);
    expect([Variant, TrailEvent, Merchant, Connection].map((rows) => rows?.length)).toEqual([1, 1, 1, 1]);
    const tables = await database.db.$queryRaw<{ name: string }[]>`
      SELECT c.table_name AS name FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name
      WHERE c.table_schema = 'public' AND c.column_name = 'merchantId' AND t.relrowsecurity`;
    expect(Object.keys(json.tables).toSorted()).toEqual([...tables.map((row) => row.name), 'Merchant'].toSorted());
  });

  test('R7.1 nothing of another tenant, and no token, sealed or open', async () => {
    const { text } = await exported(mine.shop);
    for (const stranger of [theirs.merchantId, theirs.connectionId, theirs.buyer]) expect(text).not.toContain(stranger);
    expect(text).not.toMatch(/accessToken"|refreshToken"|haravan-access|lazada-refresh|"eyJ/);
  });

  test('R9.5 the shop is named with or without its domain; an unknown one is told which there are', async () => {
    const { json } = await exported(`${mine.shop.toUpperCase()}.myharavan.com`);
    expect(json.shop).toBe(mine.shop);
    await expect(exported('nowhere')).rejects.toThrow(`There are: ${mine.shop}, ${theirs.shop}.`);
  });

  test('R7.3 a row that cannot be opened fails the export instead of passing as exported', async () => {
    const broken = await addTenantRows(database, '200000000003');
    const detail = (await testEncryption.seal('x')).replace(
      /^[^.]+/,
      Buffer.from('{"kid":"gone"}').toString('base64url'),
    );
    await database.door(broken.merchantId, (tx) => tx.channelOrder.updateMany({ data: { detail } }));
    await expect(exported(broken.shop)).rejects.toThrow('not in ENCRYPTION_KEYS');
  });
});
