import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countRows, eraseTenant } from '@/scripts/tenant/erase-tenant';
import { findTenant } from '@/scripts/tenant/find-tenant';
import { withConnection } from '@/scripts/tenant/tenant-connection';
import { createAccessStore } from '@/src/db/access-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { AccessEnded } from '@/src/sync/ports/access';
import { LeaseLost } from '@/src/sync/ports/turn';
import { type FreshDatabase, freshDatabase } from './database';
import { addTenantRows, type TenantRows } from './tenant-command-rows';
import { testEncryption } from './test-encryption';

let database: FreshDatabase;
let mine: TenantRows;
let theirs: TenantRows;

beforeAll(async () => {
  database = await freshDatabase();
  mine = await addTenantRows(database, '200000000001');
  theirs = await addTenantRows(database, '200000000002');
});
afterAll(() => database.close());

const counted = (shop: string) =>
  withConnection(database.url, async (connection) => countRows(connection, await findTenant(connection, shop)));
const erased = (shop: string) =>
  withConnection(database.url, async (connection) => eraseTenant(connection, await findTenant(connection, shop)));

describe('R7.3 a tenant is erased', () => {
  test('R7.3 every row of it is gone, and no row of another', async () => {
    const before = await counted(theirs.shop);
    expect(await erased(mine.shop)).toEqual(
      expect.arrayContaining([
        { table: 'ChannelOrder', rows: 1 },
        { table: 'Merchant', rows: 1 },
      ]),
    );
    expect(await counted(theirs.shop)).toEqual(before);
    const left = await database.sweep(async (tx) => ({
      merchants: await tx.merchant.count({ where: { id: mine.merchantId } }),
      orders: await tx.channelOrder.count({ where: { merchantId: mine.merchantId } }),
      leases: await tx.turnLease.count({ where: { key: { contains: mine.merchantId } } }),
      logins: await tx.loginState.count({ where: { merchantId: mine.merchantId } }),
      otherLeases: await tx.turnLease.count(),
    }));
    expect(left).toEqual({ merchants: 0, orders: 0, leases: 0, logins: 0, otherLeases: 1 });
    await expect(counted(mine.shop)).rejects.toThrow(`There are: ${theirs.shop}.`);
  });

  test('R7.3 a turn under way is ended first, and writes nothing afterwards', async () => {
    const leases = createTurnLeases(database.db);
    const { merchantId, connectionId } = theirs;
    const fence = await leases.acquire(`stock_${merchantId}_${connectionId}`, 'worker');
    if (!fence) throw new Error('the lease is taken');
    const access = createAccessStore(database.door, testEncryption);
    const erasing = erased(theirs.shop);
    // The turn meets the end of its access at its next call, and leaves.
    await expect
      .poll(() => access.lazada(merchantId, connectionId).catch((error) => error))
      .toBeInstanceOf(AccessEnded);
    const rows = () => database.sweep((tx) => tx.channelOrder.count({ where: { merchantId } }));
    expect(await rows()).toBe(1);
    await leases.release(fence, {});
    await erasing;
    expect(await rows()).toBe(0);
    const data = { merchantId, kind: 'late' };
    const late = database.door(merchantId, (tx) => tx.trailEvent.create({ data }), fence);
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
  });
});
