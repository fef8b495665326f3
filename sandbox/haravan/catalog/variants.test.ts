import { beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { MAIN, ORG, SHIRT_L, SHIRT_M } from '../testing/rig';

const SHIRT = 1040000001;
const GIFT_PRODUCT = 1040000002;

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const create = (variant: unknown) =>
  desk.call<{ variant: Row; errors: unknown }>('POST', `/com/products/${SHIRT}/variants.json`, { variant });

it('is created at the end, told as a change of its product', async () => {
  const { status, body } = await create({ option1: 'Trắng', option2: 'S', price: 99_000, grams: 200 });
  expect(status).toBe(201);
  expect(body.variant).toMatchObject({ title: 'Trắng / S', position: 3, grams: 200, product_id: SHIRT });
  expect(desk.told()).toMatchObject([{ topic: 'products/update', body: { id: SHIRT } }]);
});

it('refuses options that another variant has', async () => {
  expect(await create({ option1: 'Đen', option2: 'M' })).toMatchObject({
    status: 422,
    body: { errors: { base: ["The variant 'Đen / M' already exists."] } },
  });
});

it('PUT: null empties the barcode, null or blank stops the counting of stock', async () => {
  const variant = { barcode: null, inventory_management: '', option2: 'XL', inventory_policy: 'continue' };
  const { body } = await desk.call('PUT', `/com/variants/${SHIRT_M}.json`, { variant });
  expect(body.variant).toMatchObject({
    barcode: null,
    inventory_management: null,
    inventory_policy: 'continue',
    title: 'Đen / XL',
    price: 110_000,
    inventory_advance: null,
  });
});

it('PUT leaves the stock alone: it has a call of its own', async () => {
  const variant = { inventory_quantity: 999 };
  const { body } = await desk.call('PUT', `/com/variants/${SHIRT_M}.json`, { variant });
  expect(body.variant?.inventory_quantity).toBe(15);
});

it('DELETE answers an empty list; the last variant stays', async () => {
  expect(await desk.call('DELETE', `/com/products/${SHIRT}/variants/${SHIRT_L}.json`)).toEqual({
    status: 200,
    body: [],
  });
  const rows = await desk.list(`/com/inventory_locations.json?variant_ids=${SHIRT_L}`);
  expect(rows).toEqual([]);
  expect((await desk.call('DELETE', `/com/products/${SHIRT}/variants/${SHIRT_M}.json`)).status).toBe(422);
  expect((await desk.call('DELETE', `/com/products/${GIFT_PRODUCT}/variants/${SHIRT_M}.json`)).status).toBe(404);
});

it('lists, counts and pages the variants of a product', async () => {
  expect(await desk.list(`/com/products/${SHIRT}/variants.json?since_id=${SHIRT_M}`)).toMatchObject([{ id: SHIRT_L }]);
  expect((await desk.call('GET', `/com/products/${SHIRT}/variants/count.json`)).body).toEqual({ count: 2 });
});

it('shows units of measure, the goods themselves first', () => {
  const draft = { price: 5_000, barcode: 'LON', tracked: true, stock: { [MAIN]: 48 } };
  const box = { unit: 'Thùng', ratio: 24, barcode: 'THUNG', sku: 'THUNG', price: 110_000 };
  desk.haravan.control.addProduct(ORG, { title: 'Nước yến', variants: [{ ...draft, units: [box] }] });
  const [told] = desk.told();
  expect(told?.body.variants).toMatchObject([
    {
      variant_units: [
        { unit: 'Cái', base: true, ratio: 1, barcode: 'LON', price: 5_000 },
        { unit: 'Thùng', base: false, sellable: true, ratio: 24, barcode: 'THUNG', price: 110_000 },
      ],
    },
  ]);
});
