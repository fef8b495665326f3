import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { BLACK, ITEM, RED, SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const payload = (product: object) => ({ payload: { Request: { Product: product } } });
const sku = (fields: object) => ({ SellerSku: 'AO-XANH-M', price: '120000', quantity: '4', ...fields });
const product = (skus: object | object[], more: object = {}) =>
  payload({ PrimaryCategory: '18209', Attributes: { name: 'Áo xanh' }, Skus: { Sku: skus }, ...more });
const create = (...args: Parameters<typeof product>) => desk.call('/product/create', product(...args));
const read = (itemId: number) => desk.call('/product/item/get', { item_id: String(itemId) });

describe('create', () => {
  test('makes the item with its SKUs, and tells of it', () => {
    const answer = create([sku({ saleProp: { size: 'M' } }), sku({ SellerSku: 'AO-XANH-L' })]);
    expect(answer).toMatchObject({ code: '0', data: { sku_list: [{ seller_sku: 'AO-XANH-M' }, {}] } });
    const itemId = (answer.data as { item_id: number }).item_id;
    expect(read(itemId)).toMatchObject({
      data: {
        status: 'Active',
        attributes: { name: 'Áo xanh' },
        skus: [{ price: 120_000, quantity: 4, saleProp: { size: 'M' } }, {}],
      },
    });
    expect(desk.told).toMatchObject([
      { type: 3, data: { item_id: itemId, action: 'PUBLISHED' } },
      { type: 1, data: { itemId, status: 'APPROVED' } },
    ]);
  });

  test('may wait for quality control, and is not on sale until then', () => {
    desk.control.setModes({ reviewHolds: true });
    const { item_id: itemId } = create(sku({})).data as { item_id: number };
    const buy = () => desk.control.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-XANH-M', quantity: 1 }] });
    expect(desk.call('/products/get', { filter: 'pending' })).toMatchObject({ data: { total_products: 1 } });
    expect(buy).toThrow('not on sale');
    desk.control.reviewItem({ sellerId: SELLER, itemId, state: 'rejected', reason: 'Ảnh mờ' });
    expect(read(itemId)).toMatchObject({
      data: { status: 'Suspended', rejectReason: [{ violationDetail: 'Ảnh mờ' }] },
    });
    expect(desk.told.at(-1)).toMatchObject({ type: 1, data: { status: 'REJECTED', reason: 'Ảnh mờ' } });
    desk.control.reviewItem({ sellerId: SELLER, itemId, state: 'approved' });
    expect(buy().orderItemIds).toHaveLength(1);
  });

  test.each([
    ['a SellerSku that the shop has', sku({ SellerSku: 'AO-DEN-M' }), /^SELLER_SKU_DUPLICATE/],
    ['no SellerSku', sku({ SellerSku: '' }), /SellerSku is mandatory/],
    ['no price', sku({ price: '' }), /Price is mandatory/],
    ['a price of zero', sku({ price: '0' }), /^BIZ_CHECK_PRICE_IS_ZERO/],
    ['half a piece', sku({ quantity: '0.5' }), /not a whole number/],
    ['a special price above', sku({ special_price: '130000' }), /^BIZ_CHECK_SPECIAL_PRICE_GREATER_THAN_PRICE/],
  ])('%s is code 500 with the SKU in detail', (_, fields, message) => {
    expect(create(fields)).toMatchObject({ code: '500', detail: [{ message: expect.stringMatching(message) }] });
    expect(desk.call('/products/get')).toMatchObject({ data: { total_products: 2 } });
  });

  test('twice the same SellerSku, no name, a SPU, no SKU at all', () => {
    expect(create([sku({}), sku({})]).code).toBe('500');
    expect(create(sku({}), { Attributes: {} })).toMatchObject({
      code: '500',
      detail: [{ message: 'name is mandatory' }],
    });
    expect(create(sku({}), { SPUId: '1' }).code).toBe('205');
    expect(desk.call('/product/create', payload({ Attributes: { name: 'x' } })).code).toBe('5');
    expect(desk.call('/product/create').code).toBe('30');
  });
});

describe('update', () => {
  const update = (skus: object, more: object = {}) =>
    desk.call('/product/update', product(skus, { ItemId: String(ITEM), ...more }));

  test('renames the item and a SKU, changes figures, and says which SKUs failed', () => {
    const answer = update([
      { SkuId: BLACK, SellerSku: 'AO-DEN-XL', price: '140000' },
      { SkuId: 1, price: '1000' },
    ]);
    expect(answer).toMatchObject({ code: '501', detail: [{ code: 'E4136' }] });
    expect(read(ITEM)).toMatchObject({
      data: { attributes: { name: 'Áo xanh' }, skus: [{ SellerSku: 'AO-DEN-XL', price: 140_000 }, { price: 160_000 }] },
    });
    expect(desk.told.at(-1)).toMatchObject({ type: 4, data: { action: 'EDITED_UPDATED' } });
  });

  test("a name that another SKU bears, another shop's item", () => {
    expect(update({ SkuId: BLACK, SellerSku: 'AO-DO-M' })).toMatchObject({ code: '501', detail: [{ code: 'E4105' }] });
    expect(update({ SkuId: 880 }, { ItemId: '88' }).code).toBe('4137');
  });
});

describe('deactivate', () => {
  const deactivate = (skus?: object) =>
    desk.call('/product/deactivate', payload({ ItemId: ITEM, ...(skus ? { Skus: { Sku: skus } } : {}) }));

  test('the SKUs named, or the whole item', () => {
    expect(deactivate({ SkuId: BLACK }).code).toBe('0');
    expect(read(ITEM)).toMatchObject({ data: { skus: [{ Status: 'inactive' }, { Status: 'active' }] } });
    deactivate();
    expect(read(ITEM)).toMatchObject({ data: { status: 'InActive' } });
  });

  test('SellerSku alone is code 4193', () => {
    expect(deactivate({ SellerSku: 'AO-DO-M' })).toMatchObject({ code: '501', detail: [{ code: 'E4193' }] });
    expect(deactivate({ SkuId: RED, SellerSku: 'AO-DO-M' }).code).toBe('0');
  });
});
