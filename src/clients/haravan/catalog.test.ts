import { describe, expect, it } from 'vitest';
import { stockBatches } from './stock';
import { haravanAnswering, haravanSaying, sentJson, TEST_HARAVAN_AUTH as auth } from './test-haravan';

const variant = {
  id: 101,
  product_id: 10,
  title: 'Đỏ / M',
  barcode: ' AO-DO ',
  sku: '',
  price: 150000.0,
  compare_at_price: 0.0,
  inventory_management: 'haravan',
  inventory_policy: 'continue',
  inventory_quantity: -3,
  updated_at: '2026-07-16T05:04:01.2513479Z',
};
const product = {
  id: 10,
  title: 'Áo',
  tags: null,
  published_at: null,
  images: [{ id: 1, src: 'x.jpg', variant_ids: null }],
  options: [],
  variants: [variant],
};

describe('products', () => {
  it('R2.1 reads variants with barcode, price, policy', async () => {
    const { client, sent } = haravanSaying({ products: [product, { id: 11, title: 'broken' }] });
    const page = await client.listProducts(auth, { sinceId: '9', updatedAtMin: new Date('2026-07-16T05:00:00Z') });
    expect(page).toMatchObject({ rowCount: 2, unreadable: [{ id: '11' }] });
    expect(page.products[0]).toMatchObject({
      id: '10',
      tags: [],
      publishedAt: undefined,
      images: [{ src: 'x.jpg', variantIds: [] }],
    });
    expect(page.products[0]?.variants[0]).toMatchObject({
      id: '101',
      barcode: ' AO-DO ',
      sku: undefined,
      price: 150_000,
      compareAtPrice: undefined,
      tracksInventory: true,
      allowsBackorder: true,
      inventoryQuantity: -3,
    });
    expect(Object.fromEntries(new URL(sent[0]?.url ?? '').searchParams)).toEqual({
      since_id: '9',
      limit: '50',
      updated_at_min: '2026-07-16T05:00:00',
    });
  });

  it('takes an empty inventory management for untracked', async () => {
    const untracked = { ...variant, inventory_management: null, inventory_policy: 'deny', barcode: null };
    const { client } = haravanSaying({ variant: untracked });
    expect(await client.getVariant(auth, '101')).toMatchObject({
      tracksInventory: false,
      allowsBackorder: false,
      barcode: undefined,
    });
  });

  it('counts and gets', async () => {
    expect(await haravanSaying({ count: '7' }).client.countProducts(auth)).toBe(7);
    expect(await haravanSaying({ product }).client.getProduct(auth, '10')).toMatchObject({ id: '10' });
  });

  it('R8.4 does not take a missing list for an empty one', async () => {
    await expect(haravanSaying({}).client.listProducts(auth)).rejects.toMatchObject({ kind: 'malformed' });
  });
});

describe('stock', () => {
  it('R3.3 reads pairs, negative figures too', async () => {
    const row = {
      id: 1,
      loc_id: 5,
      variant_id: 101,
      product_id: 10,
      qty_onhand: -3,
      qty_commited: 12,
      qty_incoming: 0,
      qty_available: -15,
    };
    const { client, sent } = haravanSaying({ inventory_locations: [row] });
    const rows = await client.readStock(auth, { locationIds: ['5'], variantIds: ['101'] });
    expect(rows).toEqual([
      {
        locationId: '5',
        variantId: '101',
        productId: '10',
        onHand: -3,
        committed: 12,
        incoming: 0,
        available: -15,
        updatedAt: undefined,
      },
    ]);
    expect(new URL(sent[0]?.url ?? '').search).toBe('?location_ids=5&variant_ids=101&limit=250');
  });

  it.each([
    [1, 120, [50, 50, 20]],
    [4, 60, [50, 10]],
    [5, 50, [40, 10]],
    [50, 5, [4, 1]],
    [0, 5, []],
    [5, 0, []],
  ])('splits %i locations × %i variants into %j', (locations, variants, sizes) => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
    const batches = stockBatches(ids(locations), ids(variants));
    expect(batches.map((batch) => batch.variantIds.length)).toEqual(sizes);
    expect(batches.flatMap((batch) => batch.variantIds)).toEqual(ids(locations === 0 ? 0 : variants));
  });

  it('asks for every pair of more than 50 locations once', () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(index));
    const pairs = stockBatches(ids, ids).flatMap((batch) =>
      batch.locationIds.flatMap((location) => batch.variantIds.map((variantId) => `${location}:${variantId}`)),
    );
    expect(new Set(pairs).size).toBe(3_600);
    expect(pairs).toHaveLength(3_600);
  });

  it('sets stock, once', async () => {
    const { client, sent } = haravanSaying('', 200);
    const lines = [{ productId: '10', variantId: '101', quantity: 3 }];
    await client.setStock(auth, { locationId: '5', type: 'set', reason: 'returned', lines });
    expect(sentJson(sent[0])).toEqual({
      inventory: {
        location_id: 5,
        type: 'set',
        reason: 'returned',
        line_items: [{ product_id: 10, product_variant_id: 101, quantity: 3 }],
      },
    });
  });
});

describe('shop, locations, geography', () => {
  it('reads the shop', async () => {
    const shop = {
      id: 200000244883,
      name: 'Shop 2',
      myharavan_domain: 'https://shop-2.myharavan.com',
      timezone: '(GMT+07:00) Hanoi',
    };
    expect(await haravanSaying({ shop }).client.getShop(auth)).toMatchObject({ id: '200000244883', shop: 'shop-2' });
  });

  it('R3.3 reads which locations may be sold from', async () => {
    const locations = [
      { id: 5, name: 'Kho 1', type: 'default', is_primary: true, is_unavailable_quantity: false },
      { id: 6, name: 'Đang về', type: 'ontheroad', is_unavailable_quantity: 'true' },
    ];
    const { client, sent } = haravanSaying({ locations });
    expect(await client.listLocations(auth)).toMatchObject([
      { id: '5', isPrimary: true, isUnavailableQuantity: false },
      { id: '6', type: 'ontheroad', isUnavailableQuantity: true },
    ]);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['that page by 50', (page: number) => (page === 1 ? 50 : 13)],
    ['that ignore paging', () => 63],
  ])('collects all provinces of lists %s', async (_name, sizeOf) => {
    const { client, sent } = haravanAnswering((message) => {
      const page = Number(new URL(message.url).searchParams.get('page'));
      const from = sizeOf(1) === 63 ? 0 : (page - 1) * 50;
      const provinces = Array.from({ length: sizeOf(page) }, (_, index) => ({
        id: from + index + 1,
        code: 'X',
        name: 'Y',
      }));
      return { body: { provinces } };
    });
    expect(await client.listProvinces(auth)).toHaveLength(63);
    expect(sent).toHaveLength(2);
  });

  it('asks for districts and wards below their parent', async () => {
    const { client, sent } = haravanAnswering((message) => ({
      body: message.url.includes('wards')
        ? { wards: [{ id: 26734, code: '26734', name: 'Phường Tân Định' }] }
        : { districts: [] },
    }));
    expect(await client.listDistricts(auth, '50')).toEqual([]);
    expect(await client.listWards(auth, '466')).toEqual([{ id: '26734', code: '26734', name: 'Phường Tân Định' }]);
    expect(sent.map((message) => new URL(message.url).pathname)).toEqual([
      '/com/provinces/50/districts.json',
      '/com/districts/466/wards.json',
    ]);
  });
});

describe('webhook subscription', () => {
  it('lists, subscribes and unsubscribes', async () => {
    const list = [{ id: 'a'.repeat(24), event: 'orders/create', url: 'https://x' }];
    expect(await haravanSaying(list).client.listWebhooks(auth)).toEqual(list);
    const { client, sent } = haravanSaying({ error: false, message: 'Đăng ký webhook thành công.' });
    await client.subscribeWebhooks(auth);
    await client.unsubscribeWebhooks(auth);
    expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', 'https://webhook.haravan.com/api/subscribe', '{}'],
      ['DELETE', 'https://webhook.haravan.com/api/subscribe', '{}'],
    ]);
  });

  it('R8.4 does not take an error with status 200 for success', async () => {
    const { client } = haravanSaying({ error: true, message: 'Chưa cấu hình' });
    await expect(client.subscribeWebhooks(auth)).rejects.toMatchObject({
      kind: 'rejected',
      platformMessage: 'Chưa cấu hình',
    });
  });
});
