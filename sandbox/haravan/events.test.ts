import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder, ship } from './testing/orders';
import { CLIENT, MAIN, ORG, OTHER_ORG, type Rig, SHIRT_M, startRig } from './testing/rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const subscribe = () => rig.call('POST', '/api/subscribe', {});
const subscriptions = async () =>
  (await rig.call<{ id: string; event: string; url: string }[]>('GET', '/api/subscribe')).body;
async function topics(): Promise<string[]> {
  await rig.haravan.deliveries.flush();
  return rig.receiver.received
    .splice(0)
    .map(({ topic }) => topic)
    .sort();
}

describe('subscription', () => {
  it('checks the receiver with a challenge, then takes all topics', async () => {
    expect(await subscribe()).toMatchObject({
      status: 200,
      body: { error: false, message: 'Đăng ký webhook thành công.' },
    });
    const rows = await subscriptions();
    expect(rows).toContainEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      event: 'orders/create',
      url: `${rig.receiver.url}/api/webhooks/haravan`,
    });
    await subscribe();
    expect(await subscriptions()).toEqual(rows);
    await rig.call('DELETE', '/api/subscribe');
    expect(await subscriptions()).toEqual([]);
  });

  it('fails when the receiver does not know the token', async () => {
    rig.receiver.verifyToken = 'other';
    expect(await subscribe()).toMatchObject({ status: 400, body: { error: true } });
    expect(await subscriptions()).toEqual([]);
  });

  it('needs wh_api', async () => {
    const { accessToken } = rig.haravan.control.install(ORG, ['openid', 'com.read_orders']);
    expect((await rig.call('POST', '/api/subscribe', {}, accessToken)).status).toBe(403);
  });
});

describe('webhooks', () => {
  it('carry the bare resource, signed over the raw body', async () => {
    await subscribe();
    const order = await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M }] });
    await rig.haravan.deliveries.flush();
    const hook = rig.receiver.received.find(({ topic }) => topic === 'orders/create');
    expect(hook?.orgId).toBe(ORG);
    expect(hook?.body).toMatchObject({ id: order.id, name: order.name });
    expect(hook?.signature).toBe(
      createHmac('sha256', CLIENT.secret)
        .update(hook?.rawBody ?? '')
        .digest('base64'),
    );
    expect(rig.receiver.received.find(({ topic }) => topic.startsWith('inventory'))?.body).toMatchObject({
      loc_id: MAIN,
      variant_id: SHIRT_M,
      qty_available: 9,
    });
  });

  it('tell every step of an order', async () => {
    await subscribe();
    const { id } = await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M }] });
    const stock = 'inventorylocationbalances/update';
    expect(await topics()).toEqual([stock, 'orders/create']);
    await ship(rig, id);
    expect(await topics()).toEqual([stock, 'orders/fulfilled', 'orders/updated']);
    await rig.call('POST', `/com/orders/${id}/transactions.json`, {
      transaction: { kind: 'capture', amount: 110_000 },
    });
    expect(await topics()).toEqual(['orders/paid', 'orders/updated']);
    await rig.call('POST', `/com/orders/${id}/cancel.json`, { restock: true });
    expect(await topics()).toEqual([stock, 'orders/cancelled', 'orders/updated', 'refunds/create']);
  });

  it('tell changes of the catalogue, of one organisation only', async () => {
    await subscribe();
    const { control } = rig.haravan;
    control.changeVariant(ORG, SHIRT_M, { barcode: 'X' });
    control.setStock({ orgId: ORG, locationId: MAIN, variantId: SHIRT_M, onHand: 3 });
    const { productId } = control.addProduct(ORG, { title: 'Ly', variants: [{ price: 1_000 }] });
    control.deleteProduct(ORG, productId);
    control.addProduct(OTHER_ORG, { title: 'Giỏ', variants: [{ price: 1_000 }] });
    expect(await topics()).toEqual([
      'inventorylocationbalances/update',
      'products/create',
      'products/deleted',
      'products/update',
    ]);
  });

  it('are repeated until 200, and after 19 retries the subscription is gone', async () => {
    await subscribe();
    rig.receiver.status = 500;
    rig.haravan.control.changeVariant(ORG, SHIRT_M, { barcode: 'X' });
    for (let attempt = 0; attempt < 20; attempt++) {
      await rig.haravan.deliveries.flush();
      expect((await subscriptions()).some(({ event }) => event === 'products/update')).toBe(attempt < 19);
      rig.clock.advance(24 * 3_600_000);
    }
    expect(rig.receiver.received).toHaveLength(20);
  });

  it('end with app/uninstalled, and so do the tokens', async () => {
    await subscribe();
    rig.haravan.control.uninstall(ORG);
    await rig.haravan.deliveries.flush();
    expect(rig.receiver.received).toMatchObject([{ topic: 'app/uninstalled', body: { org_id: Number(ORG) } }]);
    expect((await rig.call('GET', '/com/shop.json')).status).toBe(401);
    expect(rig.haravan.control.state(ORG).orgs[0]).toMatchObject({ installed: false, subscriptions: [] });
  });
});
