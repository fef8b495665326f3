import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded } from '@/src/sync/ports/access';
import { turnKeyText } from '@/src/sync/ports/turn';
import { callbackFrom, throughHaravan } from './browser';
import { type Channel, startChannel } from './channel';
import { connectedShop, merchantAccount } from './connected';

describe('R5.1 disconnecting', () => {
  let channel: Channel;
  let shop: Awaited<ReturnType<typeof connectedShop>>;
  beforeEach(async () => {
    channel = await startChannel();
    shop = await connectedShop(channel);
  });
  afterEach(() => channel.close());

  const tokens = async () => {
    const rows = await channel.database.sweep((tx) => tx.connection.findMany({ where: { id: shop.connectionId } }));
    return rows.map(({ status, accessToken, refreshToken }) => ({ status, accessToken, refreshToken }));
  };
  const forgotten = [{ status: 'disconnected', accessToken: null, refreshToken: null }];

  /** Calls Lazada without a pause from many places, as turns do, until it is told that access has ended. */
  function keepCalling(loops: number) {
    const call = async (): Promise<unknown> => {
      try {
        const access = await channel.access.lazada(shop.merchant.id, shop.connectionId);
        for (;;) await channel.lazada.getSeller(access);
      } catch (error) {
        return isPlatformError(error, 'throttled') ? call() : error;
      }
    };
    return Promise.all(Array.from({ length: loops }, call));
  }

  test('R5.1 no Lazada call starts after it was answered, however many were running', async () => {
    const calls = keepCalling(5);
    // They are at it, however busy the machine.
    const before = channel.sandbox.lazada.calls.totals().total;
    await expect
      .poll(() => channel.sandbox.lazada.calls.totals().total, { timeout: 10_000 })
      .toBeGreaterThan(before + 5);
    expect(await channel.disconnect.disconnect(shop.merchant.id, shop.connectionId)).toBe(true);
    const answered = channel.sandbox.lazada.calls.totals().total;
    expect(await calls).toEqual(Array.from({ length: 5 }, () => new AccessEnded('disconnected')));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(channel.sandbox.lazada.calls.totals().total).toBe(answered);
    expect(await tokens()).toEqual(forgotten);
  });

  test('R5.1 it waits for the turn that runs, and not longer than a call may take', async () => {
    const turn = { lane: 'orders', merchantId: shop.merchant.id, connectionId: shop.connectionId } as const;
    const lease = await channel.leases.acquire(turnKeyText(turn), 'test');
    if (!lease) throw new Error('the lease is taken');
    let answered = false;
    const disconnecting = channel.disconnect.disconnect(shop.merchant.id, shop.connectionId).then(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(answered).toBe(false);
    expect(await tokens()).toEqual(forgotten);
    await channel.leases.release(lease, {});
    await disconnecting;
    expect(answered).toBe(true);
  });

  test('R5.1 a renewal whose answer arrives too late does not bring the tokens back', async () => {
    const renew = { lane: 'connections', merchantId: shop.merchant.id, connectionId: shop.connectionId } as const;
    channel.clock.advance(61_000);
    await channel.renewAccess(renew, 'lazada');
    channel.sandbox.lazada.faults.add({ match: { path: '/auth/token/refresh' }, kind: 'slow', delayMs: 500, count: 1 });
    const renewing = channel.giveTurn(channel.connectionsTurn, renew);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await Promise.all([renewing, channel.disconnect.disconnect(shop.merchant.id, shop.connectionId)]);
    expect(await tokens()).toEqual(forgotten);
  });

  test('R5.1 pressing twice, and a connection that is not ours, are no error and change nothing', async () => {
    expect(await channel.disconnect.disconnect(shop.merchant.id, shop.connectionId)).toBe(true);
    expect(await channel.disconnect.disconnect(shop.merchant.id, shop.connectionId)).toBe(false);
    const other = await connectedShop(channel, 1);
    expect(await channel.disconnect.disconnect(shop.merchant.id, other.connectionId)).toBe(false);
    expect(await channel.access.connection(other.merchant.id, other.connectionId)).toMatchObject({ status: 'active' });
  });

  test('R5.1 a staff session is led through the owner’s login and one more question', async () => {
    const wish = { kind: 'disconnect', connectionId: shop.connectionId } as const;
    const step = await channel.ownerDoor.openTicket(await channel.ownerDoor.issueTicket(shop.merchant.id, wish, false));
    if (step.kind !== 'go') throw new Error(step.kind);
    const { owner } = merchantAccount(channel, 0);
    const back = callbackFrom(await throughHaravan(step.redirect.url, owner), step.redirect.state);
    const proved = await channel.install.login(back);
    if (proved.kind !== 'proved_owner') throw new Error(proved.kind);
    const asked = await channel.ownerDoor.proved(proved.purpose.merchantId, proved.purpose);
    if (asked.kind !== 'confirm_disconnect') throw new Error(asked.kind);
    expect(asked.shopName).toBe(shop.seller.name);
    expect((await tokens())[0]?.status).toBe('active');
    expect(await channel.ownerDoor.confirmDisconnect(asked.token)).toMatchObject({ kind: 'disconnected' });
    expect(await tokens()).toEqual(forgotten);
    expect(await channel.ownerDoor.confirmDisconnect(asked.token)).toMatchObject({ because: 'ticket_replayed' });
  });
});
