import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccessStore } from '@/src/db/access-store';
import { Prisma } from '@/src/db/generated/client';
import { createInboxStore } from '@/src/db/inbox-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { AccessEnded } from '@/src/sync/ports/access';
import { LeaseLost } from '@/src/sync/ports/turn';
import { type FreshDatabase, freshDatabase } from './database';
import { addMerchant, type Stores, storesOf } from './merchants';
import { testEncryption } from './test-encryption';

/** `LoginState` exists before a tenant is known; `TurnLease` holds no tenant's data. */
const SHARED = ['LoginState', 'TurnLease', '_prisma_migrations'];

describe('R7.1 the database keeps tenants apart', () => {
  let database: FreshDatabase;
  let stores: Stores;
  let mine: Awaited<ReturnType<typeof addMerchant>>;
  let theirs: Awaited<ReturnType<typeof addMerchant>>;

  beforeAll(async () => {
    database = await freshDatabase();
    stores = storesOf(database);
    mine = await addMerchant(stores, { orgId: '200000000001', sellerId: '9001' });
    theirs = await addMerchant(stores, { orgId: '200000000002', sellerId: '9002' });
  });
  afterAll(() => database.close());

  test('R7.1 every other table has row-level security, forced, with a policy', async () => {
    const rows = await database.db.$queryRaw<{ name: string; enabled: boolean; forced: boolean; policies: bigint }[]>`
      SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
        (SELECT count(*) FROM pg_policies p WHERE p.tablename = c.relname) AS policies
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'`;
    const tenantTables = rows.filter((row) => !SHARED.includes(row.name));
    expect(tenantTables.length).toBeGreaterThan(15);
    expect(tenantTables.filter((row) => !row.enabled || !row.forced || row.policies < 2n)).toEqual([]);
  });

  test('R7.1 every table with a merchantId is among them', async () => {
    const rows = await database.db.$queryRaw<{ name: string }[]>`
      SELECT c.table_name AS name FROM information_schema.columns c
      JOIN pg_class t ON t.relname = c.table_name AND t.relkind = 'r'
      WHERE c.table_schema = 'public' AND c.column_name = 'merchantId' AND NOT t.relforcerowsecurity`;
    expect(rows.map((row) => row.name)).toEqual(['LoginState']);
  });

  test('R7.1 raw SQL without a WHERE sees one tenant', async () => {
    const seen = await database.door(
      mine.merchant.id,
      (tx) => tx.$queryRaw<{ sellerId: string }[]>`SELECT "sellerId" FROM "Connection"`,
    );
    expect(seen).toEqual([{ sellerId: '9001' }]);
    const merchants = await database.door(mine.merchant.id, (tx) => tx.$queryRaw`SELECT "orgId" FROM "Merchant"`);
    expect(merchants).toEqual([{ orgId: '200000000001' }]);
  });

  test('R7.1 without a tenant it is an error, also when the setting was left empty by an earlier commit', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const withoutTenant = async (setting: string | null) => {
      await client.query('BEGIN; SET LOCAL ROLE channel_app');
      if (setting !== null) await client.query("SELECT set_config('app.merchant_id', $1, true)", [setting]);
      await client.query('SELECT * FROM "Connection"').finally(() => client.query('ROLLBACK'));
    };
    try {
      await expect(withoutTenant(null)).rejects.toThrow(/no merchant is set/);
      await expect(withoutTenant('')).rejects.toThrow(/no merchant is set/);
    } finally {
      await client.end();
    }
  });

  test('R7.1 a transaction that names nobody is not begun', async () => {
    const unnamed = database.db.$transaction((tx) => tx.$queryRaw`SELECT 1`);
    await expect(unnamed).rejects.toThrow(/must be opened through a door/);
  });

  test("R7.1 what a merchant's id contains stays text", async () => {
    const odd = "x', true), set_config('role', 'channel_sweep', true) --";
    const seen = database.door(
      odd,
      (tx) => tx.$queryRaw`SELECT current_user, current_setting('app.merchant_id') AS id`,
    );
    expect(await seen).toEqual([{ current_user: 'channel_app', id: odd }]);
  });

  test('R7.1 what is asked in one message is asked as the merchant, and the connection carries nobody over', async () => {
    const odd = "x', true), set_config('role', 'channel_sweep', true) --";
    const who = Prisma.sql`SELECT current_user, current_setting('app.merchant_id', true) AS id, ${odd} AS text`;
    expect(await database.door.ask(odd, who)).toEqual([{ current_user: 'channel_app', id: odd, text: odd }]);
    const [me, theirShop] = [mine.merchant.id, theirs.connectionId];
    expect(await database.door.ask(me, Prisma.sql`SELECT 1 FROM "Connection" WHERE id = ${theirShop}::uuid`)).toEqual(
      [],
    );
    const { rows } = await database.db.pool.query(
      "SELECT current_user AS who, current_setting('app.merchant_id', true) AS id",
    );
    expect(rows[0].who).not.toBe('channel_app');
    expect(rows[0].id || null).toBeNull();
  });

  test('R8.1 R7.1 what a turn says in one message happens whole, as the merchant, and not once its lease has gone', async () => {
    const leases = createTurnLeases(database.db);
    const fence = await leases.acquire('told', 'test');
    if (!fence) throw new Error('the lease is taken');
    const rename = (id: string, name: string) =>
      Prisma.sql`UPDATE "Connection" SET "shopName" = ${name} WHERE id = ${id}::uuid`;
    const nameOf = async (id: string) =>
      (await database.sweep((tx) => tx.connection.findUniqueOrThrow({ where: { id } }))).shopName;
    const [me, shop, theirShop] = [mine.merchant.id, mine.connectionId, theirs.connectionId];
    const before = await nameOf(theirShop);
    await database.door.tell(me, [rename(shop, "Áo 'Đẹp'"), rename(theirShop, 'stolen')], fence);
    expect([await nameOf(shop), await nameOf(theirShop)]).toEqual(["Áo 'Đẹp'", before]);
    const late = { ...fence, token: fence.token + 1n };
    await expect(database.door.tell(me, [rename(shop, 'late')], late)).rejects.toThrow(LeaseLost);
    const broken = database.door.tell(me, [rename(shop, 'half'), Prisma.sql`SELECT nothing`], fence);
    await expect(broken).rejects.toThrow(/nothing/);
    expect(await nameOf(shop)).toBe("Áo 'Đẹp'");
  });

  test("R7.1 another tenant's ids give nothing and change nothing", async () => {
    const access = createAccessStore(database.door, testEncryption);
    const [me, other] = [mine.merchant.id, theirs.connectionId];
    await expect(access.lazada(me, other)).rejects.toThrow(AccessEnded);
    expect(await access.connection(me, other)).toBeNull();
    expect(await stores.connections.renewal(me, other)).toBeNull();
    expect(await stores.connections.disconnect(me, other, new Date())).toBe(false);
    await stores.connections.wishRenewal(me, other, new Date(0));
    const untouched = await stores.connections.renewal(theirs.merchant.id, other);
    expect(untouched).toMatchObject({ state: 'active', refreshToken: 'lazada-refresh' });
    expect(untouched?.renewAt?.getTime()).toBeGreaterThan(Date.now());
  });

  test("R7.1 a row cannot be written into another tenant's hands", async () => {
    const inbox = createInboxStore(database.door, testEncryption);
    const row = { source: 'haravan', topic: 'x', sellerId: null, dedupeKey: 'a', body: '{}' } as const;
    await inbox.add(mine.merchant.id, row, new Date());
    const smuggled = database.door(mine.merchant.id, (tx) =>
      tx.inboxMessage.updateMany({ data: { merchantId: theirs.merchant.id } }),
    );
    await expect(smuggled).rejects.toThrow(/row-level security/);
    expect(await inbox.due(theirs.merchant.id, new Date(), 10)).toEqual([]);
  });

  test('R7.3 tokens and messages are unreadable in the database', async () => {
    const rows = await database.sweep((tx) => tx.connection.findMany());
    const text = JSON.stringify([rows, await database.sweep((tx) => tx.merchant.findMany())]);
    for (const secret of ['lazada-access', 'lazada-refresh', 'haravan-access', 'haravan-refresh']) {
      expect(text).not.toContain(secret);
    }
  });
});
