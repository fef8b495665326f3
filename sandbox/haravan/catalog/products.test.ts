import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { SHIRT_L, SHIRT_M } from '../testing/rig';

const SHIRT = 1040000001;

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

type Product = Row & { variants: Row[]; images: Row[]; options: Row[] };
const create = (product: unknown) =>
  desk.call<{ product: Product; errors: unknown }>('POST', '/com/products.json', { product });
const topics = () => desk.told().map(({ topic }) => topic);

describe('creating a product', () => {
  it('needs a title only: the rest is Haravan’s default', async () => {
    const { status, body } = await create({ title: 'Áo thun' });
    expect(status).toBe(201);
    expect(body.product).toMatchObject({
      title: 'Áo thun',
      handle: 'ao-thun-1',
      vendor: 'Khác',
      product_type: 'Khác',
      published_scope: 'global',
      options: [{ name: 'Title', position: 1 }],
      variants: [
        {
          title: 'Default Title',
          option1: 'Default Title',
          price: 0,
          inventory_management: null,
          inventory_policy: 'deny',
        },
      ],
    });
    expect(topics()).toEqual(['products/create']);
  });

  it('published: false leaves the web', async () => {
    const { body } = await create({ title: 'Ly', published: false });
    expect(body.product).toMatchObject({ published_at: null, published_scope: 'pos' });
  });

  it('takes options, variants and pictures at once', async () => {
    const { body } = await create({
      title: 'Ly sứ',
      tags: 'bếp, mới, bếp',
      options: [{ name: 'Màu' }, { name: 'Cỡ' }],
      variants: [
        { option1: 'Đỏ', option2: 'M', price: '45000', barcode: 'LY-1', inventory_management: 'haravan' },
        { option1: 'Đỏ', option2: 'L', price: 50_000.5, compare_at_price: 60_000 },
      ],
      images: [{ src: 'https://example.vn/a/ly.jpg?x=1' }],
    });
    expect(body.product).toMatchObject({
      tags: 'bếp,mới',
      options: [{ name: 'Màu' }, { name: 'Cỡ' }],
      variants: [
        { title: 'Đỏ / M', position: 1, price: 45_000, barcode: 'LY-1', inventory_management: 'haravan' },
        { title: 'Đỏ / L', position: 2, price: 50_000.5, compare_at_price: 60_000, barcode: null },
      ],
      images: [{ filename: 'ly.jpg', position: 1, src: 'https://example.vn/a/ly.jpg?x=1' }],
    });
  });

  it.each([
    ['no title', {}, 'title'],
    ['a blank title', { title: ' ' }, 'title'],
    ['four options', { title: 'x', options: [1, 2, 3, 4].map((name) => ({ name })) }, 'options'],
    ['a negative price', { title: 'x', variants: [{ price: -1 }] }, 'variants.0.price'],
    ['a long option', { title: 'x', variants: [{ option1: 'y'.repeat(256) }] }, 'variants.0.option1'],
    ['a long tag', { title: 'x', tags: 'y'.repeat(256) }, 'tags'],
    ['251 tags', { title: 'x', tags: Array.from({ length: 251 }, (_, n) => n).join() }, 'tags'],
    ['the same options twice', { title: 'x', variants: [{ option1: 'a' }, { option1: 'a' }] }, 'base'],
    ['a picture without content', { title: 'x', images: [{}] }, 'src'],
  ])('refuses %s and stores nothing', async (_, product, field) => {
    const { status, body } = await create(product);
    expect([status, Object.keys(body.errors as object)]).toEqual([422, [field]]);
    expect(await desk.list('/com/products.json')).toHaveLength(2);
    expect((await create({ title: 'x' })).body.product.handle).toBe('x');
  });

  it('allows 100 variants', async () => {
    const variants = Array.from({ length: 101 }, (_, n) => ({ option1: `v${n}` }));
    expect((await create({ title: 'Nhiều', variants })).body.errors).toBe('Tối đa chỉ được 100 biến thể');
    expect((await create({ title: 'Nhiều', variants: variants.slice(1) })).status).toBe(201);
  });
});

describe('changing and deleting a product', () => {
  it('PUT changes what was sent, variants by id', async () => {
    desk.clock.advance(1_000);
    const { body } = await desk.call<{ product: Product }>('PUT', `/com/products/${SHIRT}.json`, {
      product: { id: SHIRT, vendor: 'May 10', body_html: '<p>Mềm</p>', variants: [{ id: SHIRT_L, price: 1_000 }] },
    });
    expect(body.product).toMatchObject({
      title: 'Áo thun',
      vendor: 'May 10',
      body_plain: 'Mềm',
      variants: [
        { id: SHIRT_M, price: 110_000 },
        { id: SHIRT_L, price: 1_000, barcode: 'AO-L' },
      ],
    });
    expect(topics()).toEqual(['products/update']);
  });

  it('a refusal half-way leaves everything as it was', async () => {
    const before = await desk.list('/com/products.json');
    const variants = [
      { id: SHIRT_M, price: 1 },
      { option1: 'Mới', option2: 'S' },
      { option1: 'Đen', option2: 'L' },
    ];
    const change = { product: { title: 'Khác', handle: 'khac', variants } };
    expect((await desk.call('PUT', `/com/products/${SHIRT}.json`, change)).status).toBe(422);
    expect(await desk.list('/com/products.json')).toEqual(before);
    expect((await create({ title: 'Khác' })).body.product.handle).toBe('khac');
  });

  it('a variant of another product is not found', async () => {
    const change = { product: { variants: [{ id: 1090000003, price: 1 }] } };
    expect((await desk.call('PUT', `/com/products/${SHIRT}.json`, change)).status).toBe(404);
  });

  it('DELETE answers an empty list and tells it', async () => {
    expect(await desk.call('DELETE', `/com/products/${SHIRT}.json`)).toEqual({ status: 200, body: [] });
    expect(desk.told()).toMatchObject([{ topic: 'products/deleted', body: { id: SHIRT } }]);
    expect((await desk.call('GET', `/com/variants/${SHIRT_M}.json`)).status).toBe(404);
  });

  it('tags are added and removed, without a root key', async () => {
    const path = `/com/products/${SHIRT}/tags.json`;
    expect((await desk.call('POST', `/com/products/${SHIRT}/tags.json`, { tags: 'a, b' })).body).toEqual({
      tags: 'a,b',
    });
    expect((await desk.call('POST', path, { tags: 'b,c' })).body).toEqual({ tags: 'a,b,c' });
    expect((await desk.call('DELETE', `/com/products/${SHIRT}/tags.json`, { tags: 'b' })).body).toEqual({
      tags: 'a,c',
    });
  });
});

describe('filters of the list', () => {
  const ids = async (query: string) => (await desk.list(`/com/products.json?${query}`)).map(({ id }) => id);

  it('handle, vendor, sku, publication', async () => {
    expect(await ids('handle=goi-qua')).toEqual([1040000002]);
    expect(await ids('sku=AO-L')).toEqual([SHIRT]);
    const { body } = await create({ title: 'Ẩn', published: false, vendor: 'Riêng' });
    expect(await ids('vendor=Riêng')).toEqual([body.product.id]);
    expect(await ids('published_at_min=2020-01-01T00:00:00Z')).not.toContain(body.product.id);
    expect(await ids('published_at_max=2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('sorts by updated_at when asked', async () => {
    desk.clock.advance(5_000);
    desk.haravan.control.changeVariant('200000111111', SHIRT_M, { price: 1 });
    expect(await ids('order=updated_at')).toEqual([1040000002, SHIRT]);
    expect(await ids('order=updated_at%20desc')).toEqual([SHIRT, 1040000002]);
  });
});
