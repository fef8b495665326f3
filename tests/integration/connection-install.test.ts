import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callbackFrom, throughHaravan } from './browser';
import { type Channel, startChannel } from './channel';
import { installShop, merchantAccount } from './connected';

describe('R1.1 install from Haravan, in two steps', () => {
  let channel: Channel;
  beforeEach(async () => {
    channel = await startChannel();
  });
  afterEach(() => channel.close());

  const everyMerchant = () => channel.database.sweep((tx) => tx.merchant.findMany());

  test('R1.1 login, then consent: the shop is there once, its access works, its catalog is wished', async () => {
    const merchant = await installShop(channel);
    const { orgId, shop } = merchantAccount(channel, 0);
    expect(merchant).toMatchObject({ orgId, shop, status: 'installed', tokenState: 'active' });
    expect(channel.wishes.wished).toContain('catalog');
    expect(channel.wishes.turns).toContainEqual({ lane: 'connections', merchantId: merchant.id, connectionId: null });
    const read = await channel.haravan.getShop(await channel.access.haravan(merchant.id));
    expect(read.id).toBe(orgId);
    expect((await everyMerchant())[0]?.name).toBe(read.name);
  });

  test('R1.1 webhooks are subscribed by the merchant’s turn, and again after Haravan dropped them', async () => {
    const merchant = await installShop(channel);
    const key = { lane: 'connections', merchantId: merchant.id, connectionId: null } as const;
    const subscriptions = () => channel.sandbox.haravan.control.state(merchant.orgId).orgs[0]?.subscriptions ?? [];
    await channel.giveTurn(channel.connectionsTurn, key);
    expect(subscriptions().length).toBeGreaterThan(0);
    const first = await channel.merchants.find(merchant.id);
    expect(first?.webhooksCheckAt.getTime()).toBeGreaterThan(channel.clock.now());
    await channel.haravan.unsubscribeWebhooks(await channel.access.haravan(merchant.id));
    expect(subscriptions()).toEqual([]);
    channel.clock.advance(7 * 3_600_000);
    await channel.giveTurn(channel.connectionsTurn, key);
    expect(subscriptions().length).toBeGreaterThan(0);
  });

  test('R1.1 installing again revives the same merchant and opens it for its staff', async () => {
    const merchant = await installShop(channel);
    await channel.disconnect.uninstall(merchant.id);
    channel.sandbox.haravan.control.uninstall(merchant.orgId);
    const again = await installShop(channel);
    expect(again.id).toBe(merchant.id);
    expect(await everyMerchant()).toHaveLength(1);
    const { orgId, staff } = merchantAccount(channel, 0);
    const { url, state } = await channel.install.begin(orgId);
    const opened = await channel.install.login(callbackFrom(await throughHaravan(url, staff), state));
    expect(opened).toMatchObject({ kind: 'signed_in', role: 'staff', userId: staff.id });
  });

  test('R1.1 whoever installs again after an uninstall that we never heard of is asked to consent', async () => {
    const merchant = await installShop(channel);
    channel.sandbox.haravan.control.uninstall(merchant.orgId);
    const again = await installShop(channel);
    expect(again.id).toBe(merchant.id);
    expect((await channel.haravan.getShop(await channel.access.haravan(merchant.id))).id).toBe(merchant.orgId);
  });

  test('R1.1 only the owner installs', async () => {
    const { orgId, staff } = merchantAccount(channel, 0);
    const { url, state } = await channel.install.begin(orgId);
    const outcome = await channel.install.login(callbackFrom(await throughHaravan(url, staff), state));
    expect(outcome).toEqual({ kind: 'refused', because: 'not_owner' });
    expect(await everyMerchant()).toEqual([]);
  });

  test('R1.3 a denied consent, a forged, foreign, replayed or late return install nothing', async () => {
    const { orgId, owner } = merchantAccount(channel, 0);
    const begin = async () => {
      const { url, state } = await channel.install.begin(orgId);
      return { state, back: await throughHaravan(url, owner) };
    };
    const login = async (back: URL, cookie: string | null) => {
      const outcome = await channel.install.login(callbackFrom(back, cookie));
      return outcome.kind === 'refused' ? outcome.because : outcome.kind;
    };
    const forged = await begin();
    forged.back.searchParams.set('state', 'made-up');
    expect(await login(forged.back, 'made-up')).toBe('state_unknown');
    const foreign = await begin();
    expect(await login(foreign.back, null)).toBe('state_foreign');
    expect(await login(foreign.back, forged.state)).toBe('state_foreign');
    const replayed = await begin();
    expect(await login(replayed.back, replayed.state)).toBe('consent');
    expect(await login(replayed.back, replayed.state)).toBe('state_replayed');
    const badCode = await begin();
    badCode.back.searchParams.set('code', 'made-up');
    expect(await login(badCode.back, badCode.state)).toBe('code_refused');
    const late = await begin();
    channel.clock.advance(16 * 60_000);
    expect(await login(late.back, late.state)).toBe('state_expired');
    expect(await everyMerchant()).toEqual([]);
  });

  test('R1.3 the denied second step, and one for another organization, install nothing', async () => {
    const [mine, other] = [merchantAccount(channel, 0), merchantAccount(channel, 1)];
    const first = await channel.install.begin(mine.orgId);
    const login = await channel.install.login(callbackFrom(await throughHaravan(first.url, mine.owner), first.state));
    if (login.kind !== 'consent') throw new Error(login.kind);
    const denied = await throughHaravan(login.redirect.url, mine.owner, 'deny');
    const outcome = await channel.install.grant(callbackFrom(denied, login.redirect.state));
    expect(outcome).toEqual({ kind: 'refused', because: 'denied' });

    const second = await channel.install.begin(mine.orgId);
    const again = await channel.install.login(callbackFrom(await throughHaravan(second.url, mine.owner), second.state));
    if (again.kind !== 'consent') throw new Error(again.kind);
    const elsewhere = again.redirect.url.replace(mine.orgId, other.orgId);
    const back = await throughHaravan(elsewhere, other.owner);
    const crossed = await channel.install.grant(callbackFrom(back, again.redirect.state));
    expect(crossed).toEqual({ kind: 'refused', because: 'other_org' });
    expect(await everyMerchant()).toEqual([]);
  });
});
