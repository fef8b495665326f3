import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LAZADA } from '../contract-seed';
import { type LazadaRig, startLazadaStage } from './lazada-stage';

let rig: LazadaRig;
beforeAll(async () => {
  rig = await startLazadaStage();
});
afterEach(() => rig.sandbox.lazada.faults.remove());
afterAll(() => rig.sandbox.close());

const { itemId, blackId, redId } = LAZADA;
const black = { itemId, skuId: blackId, sellerSku: LAZADA.blackSku };
const red = { itemId, skuId: redId, sellerSku: 'ÁO-ĐỎ & XANH+M' };

/** Every second element of the next batch is refused (lazada.md §7.2, §11.1). */
const spoil = (path: string) => rig.sandbox.lazada.faults.add({ match: { path }, kind: 'partial-batch', count: 1 });

describe('a batch that fails in part: the refused element is named, the other one is done', () => {
  test('prices', async () => {
    const { client, auth, figures } = rig.stage;
    spoil('/product/price_quantity/update$');
    const before = figures(redId).price;
    const { failures } = await client.updatePrices(auth, [
      { ...black, price: 151_000 },
      { ...red, price: before + 9_000 },
    ]);
    expect(failures).toMatchObject([{ skuId: redId, message: expect.stringMatching(/./) }]);
    expect([figures(blackId).price, figures(redId).price]).toEqual([151_000, before]);
  });

  test.each([
    ['updateSellable', '/product/stock/sellable/update$', 50],
    ['adjustSellable', '/product/stock/sellable/adjust$', 7],
  ] as const)('%s', async (method, path, quantity) => {
    const { client, auth, figures } = rig.stage;
    spoil(path);
    const before = { black: figures(blackId).sellable, red: figures(redId).sellable };
    const { failures } = await client[method](auth, [
      { ...black, quantity },
      { ...red, quantity },
    ]);
    expect(failures.map((failure) => failure.skuId)).toEqual([redId]);
    expect(figures(redId).sellable).toBe(before.red);
    expect(figures(blackId).sellable).toBe(method === 'updateSellable' ? quantity : before.black + quantity);
  });

  test('pack', async () => {
    const { client, auth, pending, statuses } = rig.stage;
    const orders = [pending(), pending()];
    spoil('/order/fulfill/pack$');
    const { items } = await client.pack(auth, orders, { allocateType: 'TFS' });
    expect(items.map((item) => [item.orderId, item.ok])).toEqual(
      orders.map((order, index) => [order.orderId, index === 0]),
    );
    expect(orders.map((order) => statuses(order.orderId))).toEqual([['packed'], ['pending']]);
  });

  test.each([
    ['readyToShip', '/order/package/rts$', 'ready_to_ship'],
    ['repack', '/order/package/repack$', 'repacked'],
  ] as const)('%s', async (method, path, status) => {
    const { client, auth, packed, statuses } = rig.stage;
    const parcels = [packed(), packed()];
    spoil(path);
    const { packages } = await client[method](
      auth,
      parcels.map((parcel) => parcel.packageId),
    );
    expect(packages).toMatchObject([{ ok: true }, { ok: false, code: expect.stringMatching(/^\d+$/) }]);
    expect(parcels.map((parcel) => statuses(parcel.orderId))).toEqual([[status], ['packed']]);
  });
});
