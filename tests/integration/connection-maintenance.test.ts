import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, startChannel } from './channel';
import { connectedShop, tryConnect } from './connected';
import { DAY_MS } from './merchants';

describe('R8.3 maintenance', () => {
  let channel: Channel;
  let shop: Awaited<ReturnType<typeof connectedShop>>;
  beforeEach(async () => {
    channel = await startChannel();
    shop = await connectedShop(channel);
    channel.wishes.forget();
  });
  afterEach(() => channel.close());

  const key = () => ({ lane: 'maintenance', merchantId: shop.merchant.id, connectionId: shop.connectionId }) as const;
  const turn = () => channel.giveTurn(channel.maintenanceTurn, key());
  const row = () =>
    channel.database.door(shop.merchant.id, (tx) =>
      tx.connection.findUniqueOrThrow({ where: { id: shop.connectionId } }),
    );

  test('R8.3 when it is due both sides are read whole, orders of the last days too; then it waits for its next time', async () => {
    const { door } = channel.database;
    const cursor = {
      ordersCursor: new Date(channel.clock.now()),
      ordersPollAt: new Date(channel.clock.now() + DAY_MS),
    };
    await door(shop.merchant.id, (tx) => tx.connection.update({ where: { id: shop.connectionId }, data: cursor }));
    const result = await turn();
    expect(channel.wishes.wished).toEqual(['catalog', `listings ${shop.connectionId}`]);
    const after = await row();
    expect(after.reconcileAt?.getTime()).toBe(result?.nextAt?.getTime());
    expect(after.ordersCursor?.getTime()).toBeLessThanOrEqual(channel.clock.now() - 2 * DAY_MS);
    expect(after.ordersPollAt.getTime()).toBeLessThanOrEqual(channel.clock.now());
    await turn();
    expect(channel.wishes.wished).toHaveLength(2);
    channel.clock.advance(1_800_000);
    await turn();
    expect(channel.wishes.wished).toHaveLength(4);
  });

  test('R10.12 a second shop that is due soon after does not have the same Haravan catalog read again', async () => {
    const { door } = channel.database;
    await turn();
    const readAt = new Date(channel.clock.now());
    await door(shop.merchant.id, (tx) =>
      tx.merchant.update({ where: { id: shop.merchant.id }, data: { catalogReadAt: readAt } }),
    );
    channel.wishes.forget();
    channel.clock.advance(900_000);
    const soon = { reconcileAt: new Date(channel.clock.now()) };
    await door(shop.merchant.id, (tx) => tx.connection.update({ where: { id: shop.connectionId }, data: soon }));
    await turn();
    expect(channel.wishes.wished).toEqual([`listings ${shop.connectionId}`]);
  });

  test('R1.4 the date to authorize again is warned of 30, 7 and 1 days before, and the warning goes with a new consent', async () => {
    const deadline = (await row()).refreshExpiresAt?.getTime() ?? 0;
    await turn();
    expect(await channel.openIssues(shop.merchant.id)).toEqual([]);
    channel.sandbox.lazada.control.ageTokens({ sellerId: shop.seller.sellerId, accessExpiresInMs: 400 * DAY_MS });
    channel.clock.set(deadline - 29.5 * DAY_MS);
    await turn();
    const [issue] = await channel.openIssues(shop.merchant.id);
    expect(issue).toMatchObject({ code: 'access_expiring', facts: { deadlineAtMs: deadline, daysLeft: 30 } });
    await tryConnect(channel, shop.merchant.id, shop.seller, shop.connectionId);
    expect(await channel.openIssues(shop.merchant.id)).toEqual([]);
  });

  test('what nobody needs any more is forgotten: old messages and spent states, but never an unread message', async () => {
    const now = () => new Date(channel.clock.now());
    const message = { source: 'haravan', topic: 'x', sellerId: null, body: '{}' } as const;
    await channel.inbox.add(shop.merchant.id, { ...message, dedupeKey: 'read' }, now());
    await channel.inbox.add(shop.merchant.id, { ...message, dedupeKey: 'unread' }, now());
    const [first] = await channel.inbox.due(shop.merchant.id, now(), 1);
    await channel.inbox.processed(shop.merchant.id, [{ id: first?.id ?? '' }], now());
    const left = async () => ({
      messages: await channel.database.sweep((tx) => tx.inboxMessage.count()),
      states: await channel.database.sweep((tx) => tx.loginState.count()),
    });
    expect((await left()).states).toBeGreaterThan(0);
    channel.clock.advance(6 * DAY_MS);
    await turn();
    expect(await left()).toEqual({ messages: 2, states: 0 });
    channel.clock.advance(2 * DAY_MS);
    await turn();
    expect((await left()).messages).toBe(1);
  });

  test('R5.1 a disconnected shop is not reconciled', async () => {
    await channel.disconnect.disconnect(shop.merchant.id, shop.connectionId);
    expect(await turn()).toEqual({ more: false });
    expect(channel.wishes.wished).toEqual([]);
  });
});
