import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Rig, startRig } from '../testing/rig';
import { ITEM, SELLER } from '../testing/seed';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const ask = async (method: string, path: string, body?: object) => {
  const response = await fetch(`${rig.url}/__sandbox${path}`, { method, body: body && JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const order = { sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity: 2 }] };

test('an order is placed, paid, advanced and seen in the state', async () => {
  const placed = await ask('POST', '/orders', { ...order, payment: 'MOMO_WALLET', paid: false });
  expect(placed.status).toBe(201);
  const { orderId, orderItemIds } = placed.body as unknown as { orderId: string; orderItemIds: string[] };
  expect(orderItemIds).toHaveLength(2);
  expect((await ask('POST', `/orders/${orderId}/pay`, { sellerId: SELLER })).status).toBe(200);
  const step = { sellerId: SELLER, to: 'packed', orderItemIds: orderItemIds.slice(0, 1) };
  expect((await ask('POST', `/orders/${orderId}/advance`, step)).status).toBe(200);
  const { body } = await ask('GET', `/state?sellerId=${SELLER}`);
  expect(body).toMatchObject({
    sellers: [
      {
        sellerId: SELLER,
        name: 'Áo Đẹp Shop',
        items: [
          {
            itemId: ITEM,
            skus: [
              { sellerSku: 'AO-DEN-M', sellable: 8, occupied: 2, withheld: 0, priceWrites: 0, quantityWrites: 0 },
              { sellerSku: 'AO-DO-M' },
            ],
          },
          {},
        ],
        orders: [
          {
            orderId,
            paymentMethod: 'MOMO_WALLET',
            price: 300_000,
            buyer: { name: 'Nguyễn Văn Minh' },
            items: [
              { status: 'packed', packageId: expect.stringMatching(/^FP/) },
              { status: 'pending', packageId: '' },
            ],
          },
        ],
        packages: [{ orderId, state: 'packed' }],
      },
    ],
  });
});

test.each([
  ['POST', '/orders', { ...order, lines: [{ sellerSku: 'AO-DEN-M', quantity: 11 }] }, 409],
  ['POST', '/orders', { ...order, sellerId: 'nobody' }, 404],
  ['POST', '/orders', { ...order, lines: [] }, 400],
  ['POST', '/orders/1/advance', { sellerId: SELLER, to: 'packed' }, 404],
  ['POST', '/orders/1/advance', { sellerId: SELLER, to: 'eaten' }, 400],
  ['PATCH', '/skus/1', { sellerId: SELLER, set: { price: 1 } }, 404],
  ['PATCH', '/skus/770', { sellerId: SELLER, set: { colour: 'red' } }, 400],
  ['POST', '/modes', { masked: true }, 400],
])('%s %s %o answers %i with a reason', async (method, path, body, status) => {
  const answer = await ask(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.body.error).toEqual(expect.any(String));
});

test('impossible steps are 409', async () => {
  const { orderId } = (await ask('POST', '/orders', order)).body as unknown as { orderId: string };
  expect((await ask('POST', `/orders/${orderId}/advance`, { sellerId: SELLER, to: 'delivered' })).status).toBe(409);
});

test('SKUs are created, edited and deleted', async () => {
  const created = await ask('POST', '/skus', {
    sellerId: SELLER,
    sellerSku: 'MOI',
    price: 1_000,
    sellable: 3,
    name: 'Mới',
  });
  const { skuId } = (created.body as unknown as { sku: { skuId: number } }).sku;
  expect(created.status).toBe(201);
  const edited = await ask('PATCH', `/skus/${skuId}`, {
    sellerId: SELLER,
    set: { sellerSku: 'MOI-2', campaignLock: 1 },
  });
  expect(edited.body).toMatchObject({ sku: { sellerSku: 'MOI-2', campaignLock: 1, sellable: 3 } });
  expect((await ask('DELETE', `/skus/${skuId}`, { sellerId: SELLER })).status).toBe(200);
  expect(JSON.stringify((await ask('GET', '/state')).body)).not.toContain('MOI-2');
});

test('modes, tokens, seller status, aging, cancel requests and the probe have their switches', async () => {
  const { orderId } = (await ask('POST', '/orders', order)).body as unknown as { orderId: string };
  expect((await ask('POST', '/modes', { masking: true })).body).toMatchObject({
    modes: { masking: true, wire: 'live' },
  });
  expect((await ask('POST', '/tokens', { sellerId: SELLER, expireAccess: true })).status).toBe(200);
  expect((await ask('POST', '/sellers/status', { sellerId: SELLER, status: 'INACTIVE' })).status).toBe(200);
  expect((await ask('POST', `/orders/${orderId}/age`, { sellerId: SELLER, byMs: 1_000 })).status).toBe(200);
  const asked = await ask('POST', `/orders/${orderId}/cancel-request`, { sellerId: SELLER });
  expect(asked.body).toMatchObject({ reverseOrderId: expect.stringMatching(/^\d{15}$/) });
  await ask('POST', '/verify-push');
  await rig.sandbox.deliveries.flush();
  expect(rig.pushes.received).toHaveLength(1);
});

test('returns, answers, money, reviews, pushes and packages have their routes', async () => {
  const { orderId } = (await ask('POST', '/orders', order)).body as unknown as { orderId: string };
  for (const to of ['packed', 'ready_to_ship', 'shipped', 'delivered']) {
    await ask('POST', `/orders/${orderId}/advance`, { sellerId: SELLER, to });
  }
  const asked = await ask('POST', `/orders/${orderId}/return-request`, { sellerId: SELLER, kind: 'ONLY_REFUND' });
  const { reverseOrderId } = asked.body as unknown as { reverseOrderId: string };
  const { packageId } = rig.sandbox.control.state(SELLER).sellers[0]?.packages[0] ?? {};
  const calls: [string, object, number][] = [
    [`/returns/${reverseOrderId}/step`, { to: 'withdrawn' }, 200],
    [`/returns/${reverseOrderId}/step`, { to: 'received' }, 409],
    ['/returns/1/step', { to: 'received' }, 404],
    [`/returns/${reverseOrderId}/decide-cancel`, { agree: true }, 404],
    [`/orders/${orderId}/charge`, { feeName: 'Shipping Fee Adjustment', amount: -1_000 }, 200],
    [`/orders/${orderId}/payout`, { held: true }, 200],
    [`/items/${ITEM}/review`, { state: 'locked' }, 200],
    ['/items/1/review', { state: 'locked' }, 404],
    ['/pushes', { type: 2, data: {} }, 200],
    ['/pushes/resume', {}, 200],
    [`/packages/${packageId}/event`, { status: 'INFO_ST_DOMESTIC_ON_HOLD' }, 200],
    ['/packages/FP1/event', { status: 'DELIVERED' }, 404],
    ['/sellers/status', { verified: false }, 200],
  ];
  for (const [path, body, status] of calls) {
    expect([path, (await ask('POST', path, { sellerId: SELLER, ...body })).status]).toEqual([path, status]);
  }
  expect((await ask('GET', '/pushes')).body).toEqual({ stopped: false });
});

test('reset comes back to the loaded data and to the default modes', async () => {
  await ask('POST', '/orders', order);
  await ask('POST', '/modes', { wire: 'doc' });
  await ask('POST', '/reset', { seed: 7 });
  const [seller] = rig.sandbox.control.state(SELLER).sellers;
  expect(seller?.orders).toEqual([]);
  expect(seller?.items[0]?.skus[0]?.sellable).toBe(10);
  expect(rig.sandbox.control.modes().wire).toBe('live');
});

test('the same seed gives the same ids', async () => {
  const first = (await ask('POST', '/orders', order)).body;
  await ask('POST', '/reset');
  const again = (await ask('POST', '/orders', order)).body;
  await ask('POST', '/reset', { seed: 99 });
  expect(again).toEqual(first);
  expect((await ask('POST', '/orders', order)).body).not.toEqual(first);
});
