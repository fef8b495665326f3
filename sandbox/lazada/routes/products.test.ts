import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from '../testing/rig';
import { BLACK, ITEM, OTHER_SELLER, RED, SEED, SELLER } from '../testing/seed';

let rig: Rig;
let token: string;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());
beforeEach(async () => {
  rig.sandbox.load(SEED);
  token = await rig.token();
});

const list = (params: Record<string, string> = {}) => rig.call('/products/get', { filter: 'all', ...params }, token);
const ids = async (params: Record<string, string>) => {
  const { data } = (await list(params)) as unknown as { data: { products: { item_id: number }[] } };
  return data.products.map((product) => product.item_id);
};

test('a product has the fields and types of live captures', async () => {
  const { data } = (await list({ limit: '1' })) as unknown as { data: { total_products: number; products: unknown[] } };
  expect(data.total_products).toBe(2);
  expect(data.products).toHaveLength(1);
  expect(data.products[0]).toMatchObject({
    item_id: ITEM,
    status: 'Active',
    updated_time: expect.stringMatching(/^\d{13}$/),
    images: [expect.any(String)],
    attributes: { name: 'Áo thun cổ tròn' },
    skus: [
      {
        SkuId: BLACK,
        SellerSku: 'AO-DEN-M',
        ShopSku: `${ITEM}_VNAMZ-${BLACK}`,
        Status: 'active',
        price: 150_000,
        special_price: 0,
        quantity: 10,
        Available: 10,
        multiWarehouseInventories: [
          {
            warehouseCode: 'dropshipping',
            totalQuantity: 10,
            sellableQuantity: 10,
            occupyQuantity: 0,
            withholdQuantity: 0,
          },
        ],
        channelInventories: [],
      },
      { SkuId: RED },
    ],
  });
});

test('doc mode: strings, and images as JSON text', async () => {
  rig.sandbox.control.setModes({ wire: 'doc' });
  expect(await list({ limit: '1' })).toMatchObject({
    data: {
      total_products: '2',
      products: [{ item_id: String(ITEM), images: expect.stringMatching(/^\["/), skus: [{ price: '150000.00' }, {}] }],
    },
  });
});

test.each([
  [{ limit: '51' }, '19', 'E019: "51" Invalid Limit'],
  [{ limit: '0' }, '19', 'E019: "0" Invalid Limit'],
  [{ offset: '10001' }, '14', 'E014: "10001" Invalid Offset'],
  [{ offset: '-1' }, '14', 'E014: "-1" Invalid Offset'],
  [{ update_after: '2026-01-01' }, '17', 'E017: "2026-01-01" Invalid Date Format'],
  [{ filter: 'everything' }, '36', 'E036: Invalid status filter'],
  [{ sku_seller_list: 'AO-DEN-M' }, '70', 'E070: You have corrupt data in your sku seller list.'],
  [
    { sku_seller_list: JSON.stringify(Array(101).fill('A')) },
    '70',
    'E070: You have corrupt data in your sku seller list.',
  ],
])('%o is refused with %s', async (params, code, message) => {
  expect(await list(params)).toMatchObject({ code, type: 'ISP', message });
});

test('filters', async () => {
  rig.sandbox.control.editSku({ sellerId: SELLER, skuId: 770, set: { status: 'inactive' } });
  expect(await ids({ filter: 'live' })).toEqual([ITEM]);
  expect(await ids({ filter: 'inactive' })).toEqual([77]);
  expect(await ids({ filter: 'sold-out' })).toEqual([77]);
  expect(await ids({ filter: 'deleted' })).toEqual([]);
  rig.sandbox.control.deleteSku({ sellerId: SELLER, skuId: 770 });
  expect(await ids({ filter: 'all' })).toEqual([ITEM]);
  expect(await ids({ filter: 'deleted' })).toEqual([77]);
});

test('offset, SellerSku list and dates select', async () => {
  expect(await ids({ offset: '1' })).toEqual([77]);
  expect(await ids({ sku_seller_list: '["MU","none"]' })).toEqual([77]);
  const since = new Date(rig.clock.now() - 60_000).toISOString();
  expect(await ids({ update_after: since })).toEqual([]);
  rig.sandbox.control.editSku({ sellerId: SELLER, skuId: RED, set: { price: 1 } });
  expect(await ids({ update_after: since })).toEqual([ITEM]);
  expect(await ids({ update_before: since })).toEqual([77]);
  expect(await ids({ create_after: since.replace(/\.\d+Z/, '+0000') })).toEqual([]);
});

describe('one product', () => {
  const get = (params: Record<string, string>, by = token) => rig.call('/product/item/get', params, by);

  test('by item id, with stock in detail; a campaign shows', async () => {
    rig.sandbox.control.editSku({ sellerId: SELLER, skuId: RED, set: { campaignLock: 2 } });
    rig.sandbox.control.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DO-M', quantity: 1 }] });
    expect(await get({ item_id: String(ITEM) })).toMatchObject({
      data: {
        skus: [{}, { quantity: 4, PendingStock: 1, RealTimeStock: 5, channelInventories: [{ sellableQuantity: 2 }] }],
      },
    });
  });

  test('a missing, foreign or deleted item', async () => {
    expect((await get({ item_id: '1' })).message).toBe('E208: Item not exist');
    expect((await get({ item_id: String(ITEM) }, await rig.token(OTHER_SELLER))).code).toBe('208');
    expect((await get({ seller_sku: 'MU' })).code).toBe('200');
    expect((await get({})).code).toBe('MissingParameter');
  });
});

test('warehouses: one, and the parameter is needed', async () => {
  const answer = await rig.call('/seller/warehouse/get', { addressTypes: '["warehouse"]' }, token);
  expect(answer).toMatchObject({ result: { module: [{ code: 'dropshipping', defaultAddress: true }] } });
  expect((await rig.call('/seller/warehouse/get', {}, token)).code).toBe('MissingParameter');
});
