import { describe, expect, test } from 'vitest';
import { turnKeyText } from '@/src/sync/ports/turn';
import { type GivenWorld, openShop } from './port-world';

async function leaseOf(given: GivenWorld) {
  const world = given();
  const shop = await openShop(world);
  const key = turnKeyText(shop.keyOf('orders'));
  const acquire = async (holder: string) => {
    const lease = await world.leases.acquire(key, holder);
    if (!lease) throw new Error('the lease is taken');
    return lease;
  };
  return { world, shop, key, acquire };
}

export function leaseBattery(given: GivenWorld): void {
  describe('turn leases', () => {
    test('one holder at a time; a new holder gets a higher token', async () => {
      const { world, key, acquire } = await leaseOf(given);
      const first = await acquire('a');
      expect(await world.leases.acquire(key, 'b')).toBeNull();
      await world.leases.release(first, {});
      world.pass(1);
      expect((await acquire('b')).token).toBe(first.token + 1n);
    });

    test('a lease ends 12 s after its last heartbeat', async () => {
      const { world, key, acquire } = await leaseOf(given);
      const lease = await acquire('a');
      world.pass(11_000);
      expect(await world.leases.prolong(lease)).toBe(true);
      world.pass(11_000);
      expect(await world.leases.acquire(key, 'b')).toBeNull();
      world.pass(1_001);
      expect(await world.leases.prolong(lease)).toBe(false);
      await acquire('b');
      expect(await world.leases.prolong(lease)).toBe(false);
    });

    test('what has more than nine seconds left is not prolonged', async () => {
      const { world, key, acquire } = await leaseOf(given);
      const lease = await acquire('a');
      world.pass(2_000);
      expect(await world.leases.prolong(lease)).toBe(true);
      world.pass(10_001);
      expect(await world.leases.prolong(lease)).toBe(false);
      const next = await acquire('b');
      world.pass(3_000);
      expect(await world.leases.prolong(next)).toBe(true);
      world.pass(11_000);
      expect(await world.leases.acquire(key, 'c')).toBeNull();
    });

    test('who lost the lease cannot release that of another', async () => {
      const { world, key, acquire } = await leaseOf(given);
      const old = await acquire('a');
      world.pass(13_000);
      await acquire('b');
      await world.leases.release(old, { pausedUntil: new Date(world.now().getTime() + 60_000), failed: 'x' });
      expect(await world.leases.acquire(key, 'c')).toBeNull();
      world.pass(13_000);
      expect(await acquire('c')).toMatchObject({ failures: 0 });
    });

    test('R8.1 a failed turn pauses its lane and is counted until one ends well', async () => {
      const { world, shop, key, acquire } = await leaseOf(given);
      const { connections } = shop.stores;
      const until = new Date(world.now().getTime() + 5_000);
      await world.leases.release(await acquire('a'), { pausedUntil: until, failed: 'Lazada is down' });
      world.pass(4_000);
      expect(await world.leases.acquire(key, 'a')).toBeNull();
      expect(await connections.isBusy(shop.merchantId, shop.connectionId)).toBe(false);
      world.pass(1_000);
      const again = await acquire('a');
      expect(again.failures).toBe(1);
      expect(await connections.isBusy(shop.merchantId, shop.connectionId)).toBe(true);
      await world.leases.release(again, {});
      world.pass(1);
      expect((await acquire('a')).failures).toBe(0);
    });

    test('R1.4 a renewed consent ends the pause of the connection', async () => {
      const { world, shop, acquire } = await leaseOf(given);
      const until = new Date(world.now().getTime() + 60_000);
      await world.leases.release(await acquire('a'), { pausedUntil: until, failed: 'refused' });
      const { stores, merchantId, connectionId, sellerId } = shop;
      const seller = { sellerId, shopName: 'Mới', shortCode: 'VN1', account: 'a@b.vn', country: 'vn' };
      const at = world.now();
      const tokens = { accessToken: 'x', refreshToken: 'y', accessExpiresAt: at, refreshExpiresAt: null };
      const grant = { tokens: { ...tokens, refreshSupported: true }, renewAt: at, at };
      expect(await stores.connections.resume(merchantId, connectionId, seller, grant)).toBe('done');
      world.pass(1);
      expect((await acquire('a')).failures).toBe(0);
    });
  });
}
