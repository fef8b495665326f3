import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from '../testing/rig';
import type { Modes } from '../modes';
import { BLACK, ITEM, RED, SEED, SELLER } from '../testing/seed';

const PRICE = '/product/price_quantity/update';
const SELLABLE = '/product/stock/sellable/update';
const ADJUST = '/product/stock/sellable/adjust';
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

type Fields = Record<string, string | number>;
const black = (fields: Fields): Fields => ({ ItemId: ITEM, SkuId: BLACK, SellerSku: 'AO-DEN-M', ...fields });
const red = (fields: Fields): Fields => ({ ItemId: ITEM, SkuId: RED, SellerSku: 'AO-DO-M', ...fields });
const json = (sku: Fields | Fields[]) => JSON.stringify({ Request: { Product: { Skus: { Sku: sku } } } });
const xml = (...skus: Fields[]) => {
  const tags = (fields: Fields) => Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  const body = skus.map((sku) => `<Sku>${tags(sku).join('')}</Sku>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><Request><Product><Skus>${body}</Skus></Product></Request>`;
};
const write = (path: string, payload: string) => rig.call(path, { payload }, token);
const sku = (skuId: number) =>
  rig.sandbox.control
    .state(SELLER)
    .sellers[0]?.items.flatMap((item) => item.skus)
    .find((one) => one.skuId === skuId);
const set = (skuId: number, change: Parameters<typeof rig.sandbox.control.editSku>[0]['set']) =>
  rig.sandbox.control.editSku({ sellerId: SELLER, skuId, set: change });
const buy = (quantity: number) =>
  rig.sandbox.control.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }] });

describe('payload', () => {
  test.each([
    ['JSON, one object', json(black({ SellableQuantity: '7' }))],
    ['JSON, a list', json([black({ SellableQuantity: 7 })])],
    ['XML, one Sku', xml(black({ SellableQuantity: 7 }))],
    ['XML, several', xml(black({ SellableQuantity: 7 }), red({ SellableQuantity: 1 }))],
    ['by SellerSku alone', json({ SellerSku: 'AO-DEN-M', SellableQuantity: '7' })],
    [
      'per warehouse',
      json({
        ...black({}),
        MultiWarehouseInventories: {
          MultiWarehouseInventory: [{ WarehouseCode: 'dropshipping', SellableQuantity: 7 }],
        },
      } as unknown as Fields),
    ],
  ])('%s', async (_, payload) => {
    expect(await write(SELLABLE, payload)).toMatchObject({ code: '0', data: {} });
    expect(sku(BLACK)).toMatchObject({ sellable: 7, quantityWrites: 1, priceWrites: 0 });
  });

  test.each([
    ['nothing', '', '30'],
    ['an empty list', json([]), '30'],
    ['broken XML', '<Request><Product>', '5'],
    ['an unescaped &', xml({ SellerSku: 'A & B', Quantity: 1 }), '5'],
    ['broken JSON', '{"Request":', '5'],
    ['another shape', '{"skus":[]}', '5'],
    ['51 SKUs', json(Array.from({ length: 51 }, () => black({ SellableQuantity: 1 }))), '4171'],
  ])('%s is refused', async (_, payload, code) => {
    expect((await write(SELLABLE, payload)).code).toBe(code);
    expect(sku(BLACK)?.quantityWrites).toBe(0);
  });

  test('an escaped & in XML is the character', async () => {
    set(BLACK, { sellerSku: 'A & B' });
    expect((await write(SELLABLE, xml({ SellerSku: 'A &amp; B', SellableQuantity: 3 }))).code).toBe('0');
    expect(sku(BLACK)?.sellable).toBe(3);
  });

  test('50 SKUs pass', async () => {
    const many = Array.from({ length: 50 }, () => black({ SellableQuantity: 1 }));
    expect((await write(SELLABLE, json(many))).code).toBe('0');
  });
});

describe('a batch that fails in part', () => {
  test('lists only the failing SKUs and applies the others', async () => {
    const batch = [black({ Price: 140_000 }), { ItemId: ITEM, SkuId: 1, SellerSku: 'GONE', Price: 1_000 }];
    expect(await write(PRICE, json(batch))).toMatchObject({
      code: '501',
      type: 'ISP',
      message: 'E501: Update product failed',
      detail: [
        {
          code: 'E4136',
          field: 'bizCheck',
          item_id: ITEM,
          seller_sku: 'GONE',
          message: expect.stringMatching(/^SELLER_SKU_NOT_FOUND:/),
        },
      ],
    });
    expect(sku(BLACK)).toMatchObject({ price: 140_000, priceWrites: 1 });
  });

  test('a missing item, and a deleted SKU', async () => {
    const answer = await write(PRICE, json({ ItemId: 1, SkuId: 1, SellerSku: 'X', Price: 1_000 }));
    expect(answer.detail).toMatchObject([{ code: 'E4137', message: expect.stringMatching(/^ITEM_NOT_FOUND:/) }]);
    rig.sandbox.control.deleteSku({ sellerId: SELLER, skuId: RED });
    const gone = await write(PRICE, json(red({ Price: 1_000 })));
    expect(gone.detail).toMatchObject([
      { seller_sku: 'AO-DO-M', message: expect.stringMatching(/^SELLER_SKU_NOT_FOUND:/) },
    ]);
  });

  test('a refused price keeps the quantity of the same SKU back', async () => {
    set(BLACK, { priceRange: [100_000, 200_000] });
    await write(PRICE, json(black({ Price: 1_000, Quantity: 3 })));
    expect(sku(BLACK)).toMatchObject({ price: 150_000, sellable: 10 });
  });
});

describe('the many shapes of a refusal', () => {
  const refused = async (modes: Partial<Modes>) => {
    rig.sandbox.control.setModes(modes);
    const [first] = ((await write(PRICE, json(black({ Price: 0 })))) as unknown as { detail: object[] }).detail;
    return Object.keys(first ?? {}).sort();
  };

  test.each([
    ['all', ['code', 'field', 'item_id', 'message', 'seller_sku']],
    ['seller-sku', ['message', 'seller_sku']],
    ['field', ['field', 'message']],
    ['item', ['code', 'field', 'item_id', 'message']],
    ['sku', ['code', 'message', 'sku']],
  ] as const)('detail as %s', async (detailShape, keys) => {
    expect(await refused({ detailShape })).toEqual(keys);
  });

  test.each([
    ['4118', { Price: 0 }],
    ['4119', { Price: 900_000, SalePrice: 1_000 }],
    ['4157', { Price: 100_000, SalePrice: 100_000 }],
    ['4137', { Price: 1, ItemId: 1 }],
  ])('code %s at the top for %o', async (code, fields) => {
    rig.sandbox.control.setModes({ writeErrors: 'own', specialPriceRatio: [0.1, 0.99] });
    expect(await write(PRICE, json(black(fields)))).toMatchObject({ code, detail: [{}] });
  });

  test('SellerSku alone, where it is no longer taken', async () => {
    rig.sandbox.control.setModes({ sellerSkuAlone: false });
    const answer = await write(SELLABLE, json({ SellerSku: 'AO-DEN-M', SellableQuantity: 1 }));
    expect(answer).toMatchObject({ code: '501', detail: [{ code: 'E4193' }] });
  });
});

describe('price rules', () => {
  test.each([
    [
      { priceRange: [100_000, 200_000] as [number, number] },
      250_000,
      'The price is out of range, should between (100000.00, 200000.00)',
    ],
    [{ priceRange: [0.5, 1] as [number, number] }, 70_000, 'The price is out of range, should between (0.50, 1.00)'],
    [
      { specialPrice: 129_000 },
      129_000,
      'BIZ_CHECK_SPECIAL_PRICE_GREATER_THAN_PRICE:special price must be lower than price',
    ],
    [{}, 1_000.5, 'BIZ_CHECK_PRICE_PRECISION_INVALID:price precision is invalid'],
    [{}, 0, 'BIZ_CHECK_PRICE_IS_ZERO:price must be greater than zero'],
    [{ editLocked: true }, 140_000, expect.stringMatching(/^THD_IC_ERR_F_IC_ABILITY_PG_003:.*campaign participation/)],
  ])('with %o the price %d is refused: %s', async (state, price, message) => {
    set(BLACK, state);
    const answer = await write(PRICE, json(black({ Price: price })));
    expect(answer).toMatchObject({ code: '501', detail: [{ message }] });
    expect(sku(BLACK)?.price).toBe(150_000);
  });

  test('within the range, and a special price below the list price, pass', async () => {
    set(BLACK, { priceRange: [0.5, 1] });
    const fields = { Price: 140_000, SalePrice: 129_000, SaleStartDate: '2026-07-01', SaleEndDate: '2026-08-01' };
    expect((await write(PRICE, json(black(fields)))).code).toBe('0');
    expect(sku(BLACK)).toMatchObject({ price: 140_000, specialPrice: 129_000 });
    const product = await rig.call('/product/item/get', { item_id: String(ITEM) }, token);
    expect(product).toMatchObject({ data: { skus: [{ special_to_date: '2026-08-01' }, {}] } });
  });
});

describe('stock rules', () => {
  test('Quantity is the total: what is on order is part of it', async () => {
    buy(3);
    expect((await write(PRICE, json(black({ Quantity: 12 })))).code).toBe('0');
    expect(sku(BLACK)).toMatchObject({ sellable: 9, occupied: 3 });
    expect((await write(PRICE, json(black({ Quantity: 2 })))).detail).toMatchObject([
      { message: expect.stringContaining('negative sellable') },
    ]);
  });

  test('SellableQuantity leaves out what is on order', async () => {
    buy(3);
    await write(SELLABLE, json(black({ SellableQuantity: 12 })));
    expect(sku(BLACK)).toMatchObject({ sellable: 12, occupied: 3 });
  });

  test('adjust adds and takes away, and refuses to go below zero', async () => {
    await write(ADJUST, json(black({ SellableQuantity: -4 })));
    await write(ADJUST, json(black({ SellableQuantity: 1 })));
    expect(sku(BLACK)?.sellable).toBe(7);
    const answer = await write(ADJUST, json(black({ SellableQuantity: -8 })));
    expect(answer.detail).toMatchObject([{ code: 'E0212', message: expect.stringMatching(/^INV_NEGATIVE_SELLABLE:/) }]);
    expect(sku(BLACK)?.sellable).toBe(7);
  });

  test('units locked for a campaign cannot be taken off, until it ends', async () => {
    set(BLACK, { campaignLock: 5, campaignEndsAt: rig.clock.now() + 60_000 });
    expect(await write(SELLABLE, json(black({ SellableQuantity: 4 })))).toMatchObject({
      code: '501',
      detail: [{ code: 'E0501', message: `negative sellable on channel inventory,entityId=${ITEM},id=${BLACK}` }],
    });
    expect((await write(SELLABLE, json(black({ SellableQuantity: 5 })))).code).toBe('0');
    rig.clock.advance(60_000);
    expect((await write(SELLABLE, json(black({ SellableQuantity: 0 })))).code).toBe('0');
  });

  test.each(['-1', '1.5', 'many'])('the quantity %s is refused', async (quantity) => {
    expect((await write(SELLABLE, json(black({ SellableQuantity: quantity })))).code).toBe('501');
  });
});
