import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewMessage } from '@/src/sync/ports/inbox';
import { type Channel, startChannel } from './channel';
import { connectedShop, installShop } from './connected';
import { DAY_MS } from './merchants';

describe('intake: what the platforms said becomes wishes', () => {
  let channel: Channel;
  let shop: Awaited<ReturnType<typeof connectedShop>>;
  beforeEach(async () => {
    channel = await startChannel();
    shop = await connectedShop(channel);
    channel.wishes.forget();
  });
  afterEach(() => channel.close());

  const turn = () =>
    channel.giveTurn(channel.intakeTurn, { lane: 'intake', merchantId: shop.merchant.id, connectionId: null });
  let sequence = 0;
  const add = (message: Partial<NewMessage> & { body: string }) => {
    sequence += 1;
    const whole = {
      source: 'haravan',
      topic: 'products/update',
      sellerId: null,
      dedupeKey: `k${sequence}`,
      ...message,
    } as const;
    return channel.inbox.add(shop.merchant.id, whole, new Date(channel.clock.now()));
  };
  const fromHaravan = (topic: string, body: unknown) => add({ topic, body: JSON.stringify(body) });
  const fromLazada = (messageType: number, data: unknown) => {
    const { sellerId } = shop.seller;
    const body = JSON.stringify({
      seller_id: sellerId,
      message_type: messageType,
      data,
      timestamp: 1,
      site: 'lazada_vn',
    });
    return add({ source: 'lazada', topic: 'order', sellerId, body });
  };
  const wishedAfter = async () => {
    await turn();
    return channel.wishes.wished;
  };

  test('R2.6 a burst of edits is one wish per thing', async () => {
    for (const id of [11, 12, 11]) await fromHaravan('products/update', { id, n: Math.random() });
    await fromHaravan('products/deleted', { id: '13' });
    await fromHaravan('inventorylocationbalances/update', { variant_id: 21, qty_available: 4 });
    await fromHaravan('inventoryadjustments/create', {
      line_items: [{ product_variant_id: 22 }, { product_variant_id: 21 }],
    });
    await fromHaravan('orders/create', { id: 5, line_items: [{ variant_id: 23 }, { variant_id: null }] });
    await fromHaravan('locations/update', { id: 1 });
    await fromHaravan('customers/update', { id: 1 });
    expect(await wishedAfter()).toEqual(['products 11,12,13', 'catalog', 'quantity 21,22,23']);
    expect(await turn()).toEqual({ more: false });
    expect(channel.wishes.wished).toHaveLength(3);
  });

  test('R4.1 an order, a package or a return on Lazada has the feed read at once and leaves its trail', async () => {
    const order = { trade_order_id: '5251', trade_order_line_id: '5252', status_update_time: 1785000000 };
    await fromLazada(0, { ...order, order_status: 'pending' });
    await fromLazada(14, { trade_order_id: '5251', fulfillment_package_id: 'FP1', status: 'packed' });
    await fromLazada(10, {
      reverse_order_id: 1,
      trade_order_id: 5251,
      trade_order_line_id: 5252,
      reverse_status: 'CANCEL_INIT',
    });
    expect(await wishedAfter()).toEqual([`poll ${shop.connectionId}`]);
    const trail = await channel.database.door(shop.merchant.id, (tx) =>
      tx.trailEvent.findMany({ where: { lazadaOrderId: '5251' }, orderBy: { id: 'asc' } }),
    );
    expect(trail.map(({ kind, facts }) => [kind, facts])).toEqual([
      ['order_notified', { status: 'pending' }],
      ['order_notified', { status: 'packed' }],
      ['order_notified', { status: 'CANCEL_INIT' }],
    ]);
  });

  test('R2.6 a SKU created, renamed or deleted on Lazada has the listings read again', async () => {
    for (const type of [3, 4, 5]) await fromLazada(type, { item_id: 1, sku_list: [{ sku_id: 2, seller_sku: 'A' }] });
    expect(await wishedAfter()).toEqual([`listings ${shop.connectionId}`]);
  });

  test('R1.4 the push that access ends soon renews it now', async () => {
    channel.clock.advance(61_000);
    const { sellerId } = shop.seller;
    const data = { app_key: 100132, auth_expiry_time: 1785000000, seller_id: sellerId };
    const body = JSON.stringify({ seller_id: 'null', message_type: 8, data, timestamp: 1, site: 'lazada_vn' });
    await add({ source: 'lazada', topic: 'token_expiring', sellerId, body });
    await turn();
    const lane = { lane: 'connections', merchantId: shop.merchant.id, connectionId: shop.connectionId } as const;
    expect(channel.wishes.turns).toContainEqual(lane);
    const state = await channel.connections.renewal(shop.merchant.id, shop.connectionId);
    expect(state?.renewAt?.getTime()).toBeLessThanOrEqual(channel.clock.now());
  });

  test('R8.4 what cannot be understood is an issue and stops nothing', async () => {
    await fromHaravan('products/update', { title: 'no id' });
    await add({ topic: 'products/update', body: 'not json' });
    await fromHaravan('inventorylocationbalances/update', { loc_id: 1 });
    await fromHaravan('app/uninstalled', { org_id: 42 });
    await fromLazada(0, { order_status: {} });
    await fromLazada(77, { anything: true });
    await fromHaravan('products/update', { id: 31 });
    expect(await wishedAfter()).toEqual(['products 31']);
    const issues = await channel.openIssues(shop.merchant.id);
    expect(issues.map(({ code, facts }) => [code, facts])).toEqual(
      expect.arrayContaining([
        ['webhook_malformed', expect.objectContaining({ platform: 'haravan', topic: 'products/update' })],
        ['webhook_malformed', expect.objectContaining({ platform: 'haravan', topic: 'app/uninstalled' })],
        ['webhook_malformed', expect.objectContaining({ platform: 'lazada' })],
      ]),
    );
    expect(await channel.merchants.find(shop.merchant.id)).toMatchObject({ status: 'installed' });
    expect(await turn()).toEqual({ more: false });
  });

  test('R8.4 a message whose work fails is tried again later, the others go on', async () => {
    const { refreshProducts } = channel.wishes.catalog;
    channel.wishes.catalog.refreshProducts = async (merchantId, ids, at) => {
      if (ids.includes('66')) throw new Error('poison');
      return refreshProducts(merchantId, ids, at);
    };
    await fromHaravan('products/update', { id: 65 });
    await fromHaravan('products/update', { id: 66 });
    await fromHaravan('products/update', { id: 67 });
    const result = await turn();
    expect(channel.wishes.wished).toEqual(['products 65', 'products 67']);
    expect(result?.nextAt?.getTime()).toBeGreaterThan(channel.clock.now());
    for (let round = 0; round < 6; round += 1) {
      channel.clock.advance(DAY_MS);
      await turn();
    }
    expect((await channel.openIssues(shop.merchant.id)).map((issue) => issue.code)).toEqual(['webhook_malformed']);
    expect(await turn()).toEqual({ more: false });
  });

  const uninstalled = () => fromHaravan('app/uninstalled', { org_id: Number(shop.merchant.orgId) });

  test('R5.2 an uninstall stops everything and forgets both platforms’ tokens', async () => {
    await uninstalled();
    await turn();
    expect(await channel.merchants.find(shop.merchant.id)).toMatchObject({ status: 'uninstalled' });
    const access = channel.access;
    await expect(access.haravan(shop.merchant.id)).rejects.toMatchObject({ why: 'uninstalled' });
    await expect(access.lazada(shop.merchant.id, shop.connectionId)).rejects.toMatchObject({ why: 'disconnected' });
    const rows = await channel.database.sweep((tx) => tx.merchant.findMany());
    expect(rows[0]).toMatchObject({ accessToken: null, refreshToken: null });
    await fromHaravan('products/update', { id: 1 });
    channel.wishes.forget();
    await turn();
    expect(channel.wishes.wished).toEqual([]);
  });

  test('R8.4 an uninstall message of an earlier installation, sent again, is ignored; a real second one is not', async () => {
    const { merchant } = shop;
    const words = JSON.stringify({ org_id: Number(merchant.orgId) });
    const send = async (installedAt: Date) => {
      await add({ topic: 'app/uninstalled', body: words, dedupeKey: `same@${installedAt.getTime()}` });
      await turn();
      return (await channel.merchants.find(merchant.id))?.status;
    };
    expect(await send(merchant.installedAt)).toBe('uninstalled');
    channel.sandbox.haravan.control.uninstall(merchant.orgId);
    channel.clock.advance(1_000);
    const again = await installShop(channel);
    expect(await send(again.installedAt)).toBe('installed');
    channel.clock.advance(1_000);
    channel.sandbox.haravan.control.uninstall(merchant.orgId);
    await add({ topic: 'app/uninstalled', body: words, dedupeKey: 'same@third' });
    await turn();
    expect(await channel.merchants.find(merchant.id)).toMatchObject({ status: 'uninstalled' });
  });

  test('R9.2 both platforms really deliver: signed, stored, understood', async () => {
    const key = { lane: 'connections', merchantId: shop.merchant.id, connectionId: null } as const;
    await channel.giveTurn(channel.connectionsTurn, key);
    const { haravan, lazada } = channel.sandbox;
    const [org] = haravan.control.state(shop.merchant.orgId).orgs;
    const [row] = org?.stock ?? [];
    if (!row) throw new Error('the world has no stock');
    const { locationId, variantId } = row;
    haravan.control.setStock({ orgId: shop.merchant.orgId, locationId, variantId, delta: 3 });
    const [seller] = lazada.control.state(shop.seller.sellerId).sellers;
    const sku = seller?.items.flatMap((item) => item.skus).find((each) => each.sellable > 0);
    const lines = [{ sellerSku: sku?.sellerSku ?? '', quantity: 1 }];
    lazada.control.placeOrder({ sellerId: shop.seller.sellerId, lines });
    lazada.control.verifyPush();
    await haravan.deliveries.flush();
    await lazada.deliveries.flush();
    const wished = await wishedAfter();
    expect(wished).toContain(`poll ${shop.connectionId}`);
    expect(wished.some((wish) => wish.startsWith('quantity') && wish.includes(String(variantId)))).toBe(true);
    const attempts = [...haravan.deliveries.log(), ...lazada.deliveries.log()];
    expect(attempts.filter((each) => each.outcome !== 'delivered')).toEqual([]);
    expect(await channel.openIssues(shop.merchant.id)).toEqual([]);
  });

  test('R8.4 a captured message sent again is 200 and changes nothing', async () => {
    const body = JSON.stringify({ id: 71 });
    const headers = {
      'x-haravan-topic': 'products/update',
      'x-haravan-org-id': shop.merchant.orgId,
      'x-haravan-hmacsha256': createHmac('sha256', 'haravan-secret').update(body).digest('base64'),
    };
    const send = () => fetch(`${channel.url}/api/webhooks/haravan`, { method: 'POST', body, headers });
    expect((await send()).status).toBe(200);
    expect(await wishedAfter()).toEqual(['products 71']);
    expect((await send()).status).toBe(200);
    expect(await wishedAfter()).toEqual(['products 71']);
  });
});
