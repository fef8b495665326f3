import { describe, expect, test } from 'vitest';
import { AccessEnded } from '@/src/sync/ports/access';
import {
  DAY_MS,
  freshNumber,
  type GivenWorld,
  grantOf,
  haravanTokens,
  lazadaTokens,
  openShop,
  sellerOf,
} from './port-world';

const ended = (why: AccessEnded['why']) => expect.objectContaining({ name: 'AccessEnded', why });

export function connectionBattery(given: GivenWorld): void {
  describe('merchants', () => {
    test('R5.2 an organization is one merchant, through uninstall and return; its shops end with it', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, orgId, at } = shop;
      const { merchants, access, recipients, connections } = stores;
      const installed = await merchants.byOrg(orgId);
      expect(installed).toMatchObject({ id: merchantId, status: 'installed', tokenState: 'active' });
      expect(await recipients.merchantOfOrg(orgId)).toMatchObject({ merchantId });
      expect(await merchants.uninstall(merchantId, at(1_000))).toEqual([connectionId]);
      expect(await merchants.uninstall(merchantId, at(2_000))).toEqual([]);
      await expect(access.haravan(merchantId)).rejects.toEqual(ended('uninstalled'));
      await expect(access.lazada(merchantId, connectionId)).rejects.toEqual(ended('disconnected'));
      expect(await recipients.merchantOfOrg(orgId)).toBeNull();
      await merchants.saveTokens(merchantId, haravanTokens({ accessToken: 'late' }), at(2_500));
      const org = { orgId, shop: 'again', name: 'Trở lại' };
      const again = await merchants.install(org, haravanTokens({ accessToken: 'new' }), at(3_000));
      expect(again).toMatchObject({ id: merchantId, shop: 'again', installedAt: at(3_000) });
      expect(await access.haravan(merchantId)).toMatchObject({ accessToken: 'new', orgId, shop: 'again' });
      expect(await connections.list(merchantId)).toMatchObject([{ connectionId, state: 'disconnected' }]);
    });

    test('R1.4 refused access is renewed when it can be, else it has expired; a call sees the newest token', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const { merchants, access } = stores;
      await merchants.saveTokens(merchantId, haravanTokens({ refreshToken: 'r', expiresAt: at(DAY_MS) }), at(1));
      expect(await merchants.refreshToken(merchantId)).toBe('r');
      const auth = await access.haravan(merchantId);
      await merchants.saveTokens(merchantId, haravanTokens({ accessToken: 'second' }), at(2));
      await auth.beforeCall?.();
      expect(auth.accessToken).toBe('second');
      await merchants.accessRefused(merchantId, at(9));
      expect(await merchants.find(merchantId)).toMatchObject({ tokenState: 'expired' });
      await expect(auth.beforeCall?.()).rejects.toEqual(ended('expired'));
      await merchants.webhooksChecked(merchantId, { okAt: null, nextAt: at(DAY_MS) });
      expect(await merchants.find(merchantId)).toMatchObject({ webhooksCheckAt: at(DAY_MS) });
    });
  });

  describe('connections', () => {
    test('R1.3 a seller is live in one connection only, whoever is faster', async () => {
      const world = given();
      const mine = await openShop(world);
      const theirs = await openShop(world);
      const { connections, recipients } = mine.stores;
      const seller = sellerOf(mine.sellerId);
      const grant = grantOf(mine.at(0));
      expect(await connections.heldByOther(theirs.merchantId, mine.sellerId)).toBe(true);
      expect(await connections.heldByOther(mine.merchantId, mine.sellerId)).toBe(false);
      expect(await connections.create(theirs.merchantId, seller, grant)).toBe('seller_taken');
      expect(await connections.disconnect(mine.merchantId, mine.connectionId, mine.at(1))).toBe(true);
      expect(await connections.disconnect(mine.merchantId, mine.connectionId, mine.at(2))).toBe(false);
      const taken = await connections.create(theirs.merchantId, seller, grant);
      expect(taken).toMatchObject({ connectionId: expect.any(String) });
      expect(await connections.resume(mine.merchantId, mine.connectionId, seller, grant)).toBe('seller_taken');
      expect(await recipients.connectionOfSeller(mine.sellerId)).toMatchObject({ merchantId: theirs.merchantId });
      expect(await recipients.connectionOfSeller(freshNumber())).toBeNull();
    });

    test('R1.4 one renewal at a time; an ended connection takes no tokens', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { connections, access } = stores;
      const fence = await shop.fence('connections');
      const renewal = () => connections.renewal(merchantId, connectionId);
      const seen = (await renewal())?.renewAt ?? at(0);
      expect(await connections.claimRenewal(merchantId, connectionId, seen, at(60_000), fence)).toBe(true);
      expect(await connections.claimRenewal(merchantId, connectionId, seen, at(60_000), fence)).toBe(false);
      expect(await renewal()).toMatchObject({ renewAt: at(60_000), attempts: 1, refreshToken: 'lazada-refresh' });
      const renewed = { tokens: lazadaTokens(at(0), { accessToken: 'second' }), renewAt: at(DAY_MS), at: at(1_000) };
      const auth = await access.lazada(merchantId, connectionId);
      await connections.saveTokens(merchantId, connectionId, renewed, fence);
      await auth.beforeCall?.();
      expect(auth.accessToken).toBe('second');
      // Refused right after it was given: another renewal would not mend it, so the wish waits 15 s.
      await connections.wishRenewal(merchantId, connectionId, at(2_000));
      expect(await renewal()).toMatchObject({ renewAt: at(16_000), attempts: 0 });
      await connections.refreshUnsupported(merchantId, connectionId, at(5_000), fence);
      expect(await renewal()).toMatchObject({ refreshSupported: false, renewAt: at(5_000) });
      await connections.expire(merchantId, connectionId, 'revoked', fence);
      expect(await renewal()).toMatchObject({ state: 'expired', renewAt: null });
      await expect(auth.beforeCall?.()).rejects.toEqual(ended('expired'));
      await connections.saveTokens(merchantId, connectionId, renewed, fence);
      await expect(access.lazada(merchantId, connectionId)).rejects.toBeInstanceOf(AccessEnded);
    });
  });

  describe('tenants', () => {
    test('R7.1 what belongs to one merchant is not there for another', async () => {
      const world = given();
      const mine = await openShop(world);
      const { merchantId: stranger } = await openShop(world);
      const { connectionId, stores, at } = mine;
      const { access, connections, settings, pushes, reconcile } = stores;
      expect(await access.connection(stranger, connectionId)).toBeNull();
      await expect(access.lazada(stranger, connectionId)).rejects.toEqual(ended('disconnected'));
      expect(await connections.renewal(stranger, connectionId)).toBeNull();
      expect(await connections.disconnect(stranger, connectionId, at(0))).toBe(false);
      expect(await settings.load(stranger, connectionId)).toBeNull();
      expect(await pushes.nextDue(stranger, connectionId, ['price', 'quantity'])).toBeNull();
      expect(await reconcile.dueAt(stranger, connectionId)).toBeNull();
      await connections.wishRenewal(stranger, connectionId, at(0));
      expect((await connections.renewal(mine.merchantId, connectionId))?.renewAt).not.toEqual(at(0));
    });
  });
}
