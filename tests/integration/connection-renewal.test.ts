import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { turnKeyText } from '@/src/sync/ports/turn';
import { type Channel, startChannel } from './channel';
import { connectedShop, tryConnect } from './connected';
import { DAY_MS } from './merchants';
import { plainTurn } from './held-turn';

const REFRESH = '/auth/token/refresh';

describe('R1.4 access is renewed in the background', () => {
  let channel: Channel;
  let shop: Awaited<ReturnType<typeof connectedShop>>;
  beforeEach(async () => {
    channel = await startChannel();
    shop = await connectedShop(channel);
  });
  afterEach(() => channel.close());

  const key = () => ({ lane: 'connections', merchantId: shop.merchant.id, connectionId: shop.connectionId }) as const;
  const renewal = async () => {
    const state = await channel.connections.renewal(shop.merchant.id, shop.connectionId);
    if (!state) throw new Error('no such connection');
    return state;
  };
  const turn = () => channel.giveTurn(channel.connectionsTurn, key());
  const refreshes = () => channel.sandbox.lazada.calls.list().filter((call) => call.path.endsWith(REFRESH)).length;
  const lazada = () => channel.access.lazada(shop.merchant.id, shop.connectionId);
  const untilRenewal = async () => channel.clock.set(((await renewal()).renewAt?.getTime() ?? 0) + 1_000);

  test('R1.4 long before it lapses, with both tokens and both ends stored, the refresh deadline where Lazada put it', async () => {
    const before = await renewal();
    await turn();
    expect(refreshes()).toBe(0);
    await untilRenewal();
    expect(before.accessExpiresAtMs - channel.clock.now()).toBeGreaterThan(40 * 3_600_000);
    await turn();
    const after = await renewal();
    expect(refreshes()).toBe(1);
    expect(after.accessExpiresAtMs).toBeGreaterThan(before.accessExpiresAtMs);
    expect(Math.abs((after.refreshExpiresAtMs ?? 0) - (before.refreshExpiresAtMs ?? 0))).toBeLessThan(2_000);
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after).toMatchObject({ attempts: 0, authorizedAtMs: before.authorizedAtMs });
    expect((await channel.lazada.getSeller(await lazada())).sellerId).toBe(shop.seller.sellerId);
    // The rotated token is the one used next.
    await untilRenewal();
    await turn();
    expect(refreshes()).toBe(2);
  });

  test('R1.4 of two turns at the same moment one calls Lazada, with the lease and without it', async () => {
    await untilRenewal();
    await Promise.all([turn(), turn()]);
    expect(refreshes()).toBe(1);
    await untilRenewal();
    await channel.giveTurn(async (given) => {
      expect(await turn()).toBeNull();
      return channel.connectionsTurn(given);
    }, key());
    expect(refreshes()).toBe(2);
    await untilRenewal();
    const fence = await channel.leases.acquire(turnKeyText(key()), 'test');
    if (!fence) throw new Error('the lease is taken');
    const given = plainTurn(key(), fence);
    await Promise.all([channel.connectionsTurn(given), channel.connectionsTurn(given)]);
    expect(refreshes()).toBe(3);
  });

  test('R1.4 a turn under way goes on with the new token where the old one dies at once', async () => {
    channel.sandbox.lazada.control.setModes({ oldTokenDies: true });
    const access = await lazada();
    await untilRenewal();
    await turn();
    expect((await channel.lazada.getSeller(access)).sellerId).toBe(shop.seller.sellerId);
  });

  test('R1.4 trouble that passes is tried again, ever more slowly, and nothing expires', async () => {
    const { faults } = channel.sandbox.lazada;
    faults.add({ match: { path: REFRESH }, kind: 'status', status: 503, count: 'always' });
    await untilRenewal();
    await turn();
    const first = await renewal();
    expect(first).toMatchObject({ state: 'active', attempts: 1 });
    const waitOf = ({ renewAt }: { renewAt: Date | null }) => (renewAt?.getTime() ?? 0) - channel.clock.now();
    expect(Math.ceil(waitOf(first) / 10_000)).toBe(6);
    await untilRenewal();
    await turn();
    const second = await renewal();
    expect(Math.ceil(waitOf(second) / 10_000)).toBe(12);
    faults.remove();
    await untilRenewal();
    await turn();
    expect(await renewal()).toMatchObject({ state: 'active', attempts: 0 });
    expect(await channel.openIssues(shop.merchant.id)).toEqual([]);
  });

  test('R1.4 a refusal for good expires the access and says so; work waits until the merchant consents again', async () => {
    channel.sandbox.lazada.control.ageTokens({ sellerId: shop.seller.sellerId, expireRefresh: true });
    await untilRenewal();
    await turn();
    expect((await renewal()).state).toBe('expired');
    const [issue] = await channel.openIssues(shop.merchant.id);
    expect(issue).toMatchObject({ code: 'access_revoked', connectionId: shop.connectionId });
    await expect(lazada()).rejects.toMatchObject({ why: 'expired' });
    const again = await tryConnect(channel, shop.merchant.id, shop.seller, shop.connectionId);
    expect(again).toMatchObject({ kind: 'connected', connectionId: shop.connectionId });
    expect(await channel.openIssues(shop.merchant.id)).toEqual([]);
    expect((await channel.lazada.getSeller(await lazada())).sellerId).toBe(shop.seller.sellerId);
  });

  test('R1.4 a refused call has the access renewed at once, but not twice within seconds', async () => {
    channel.sandbox.lazada.control.ageTokens({ sellerId: shop.seller.sellerId, expireAccess: true });
    await expect(channel.lazada.getSeller(await lazada())).rejects.toMatchObject({ kind: 'unauthorized' });
    channel.clock.advance(16_000);
    await channel.renewAccess({ ...key(), lane: 'orders' }, 'lazada');
    await turn();
    expect(refreshes()).toBe(1);
    expect((await channel.lazada.getSeller(await lazada())).sellerId).toBe(shop.seller.sellerId);
    await channel.renewAccess({ ...key(), lane: 'stock' }, 'lazada');
    await turn();
    expect(refreshes()).toBe(1);
  });

  test('R1.4 where Lazada refuses to refresh, this is remembered and the end of the token is the deadline', async () => {
    channel.sandbox.lazada.control.setModes({ refreshUnsupported: true });
    const before = await renewal();
    await untilRenewal();
    await turn();
    const after = await renewal();
    expect(after).toMatchObject({ state: 'active', refreshSupported: false });
    expect(after.renewAt?.getTime()).toBe(before.accessExpiresAtMs);
    expect(await channel.openIssues(shop.merchant.id)).toMatchObject([{ code: 'access_unrenewable', level: 'info' }]);
    // A warning push asks for a renewal: the token still works, so nothing is lost.
    await channel.renewAccess(key(), 'lazada');
    await turn();
    expect(await renewal()).toMatchObject({ state: 'active' });
    expect(refreshes()).toBe(1);
    await untilRenewal();
    await turn();
    expect((await renewal()).state).toBe('expired');
  });

  test('R1.4 after a year without consent the access ends, whatever the tokens say', async () => {
    const { door } = channel.database;
    const authorizedAt = new Date(channel.clock.now() - 365 * DAY_MS);
    const data = { authorizedAt, renewAt: new Date(channel.clock.now()) };
    await door(shop.merchant.id, (tx) => tx.connection.update({ where: { id: shop.connectionId }, data }));
    await turn();
    expect((await renewal()).state).toBe('expired');
    expect(refreshes()).toBe(0);
  });
});

describe('Haravan access', () => {
  let channel: Channel;
  let shop: Awaited<ReturnType<typeof connectedShop>>;
  beforeEach(async () => {
    channel = await startChannel();
    shop = await connectedShop(channel);
  });
  afterEach(() => channel.close());

  const turn = () =>
    channel.giveTurn(channel.connectionsTurn, {
      lane: 'connections',
      merchantId: shop.merchant.id,
      connectionId: null,
    });
  const read = async () => channel.haravan.getShop(await channel.access.haravan(shop.merchant.id));

  test('R1.1 it is renewed an hour ahead and the rotated token is kept', async () => {
    for (const round of [1, 2]) {
      const merchant = await channel.merchants.find(shop.merchant.id);
      const before = await channel.merchants.refreshToken(shop.merchant.id);
      channel.clock.set((merchant?.accessExpiresAt?.getTime() ?? 0) - 30 * 60_000);
      await turn();
      expect(await channel.merchants.refreshToken(shop.merchant.id), `round ${round}`).not.toBe(before);
      expect((await read()).id).toBe(shop.merchant.orgId);
    }
  });

  test('R1.1 a refused call has it renewed; a dead refresh token ends it until the owner installs again', async () => {
    const { control } = channel.sandbox.haravan;
    const orders = { lane: 'orders', merchantId: shop.merchant.id, connectionId: shop.connectionId } as const;
    control.expireTokens(shop.merchant.orgId);
    await expect(read()).rejects.toMatchObject({ kind: 'unauthorized' });
    await channel.renewAccess(orders, 'haravan');
    await turn();
    expect((await read()).id).toBe(shop.merchant.orgId);
    control.expireTokens(shop.merchant.orgId, { access: true, refresh: true });
    await channel.renewAccess(orders, 'haravan');
    await turn();
    expect(await channel.merchants.find(shop.merchant.id)).toMatchObject({
      status: 'installed',
      tokenState: 'expired',
    });
    await expect(read()).rejects.toMatchObject({ why: 'expired' });
  });
});
