import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';

const SHIRT = 1040000001;
const GIFT = 1040000002;

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

async function createCustom(title = 'Hàng mới'): Promise<Row> {
  const { body } = await desk.call('POST', '/com/custom_collections.json', { custom_collection: { title } });
  return body.custom_collection as Row;
}
async function createSmart(rules: unknown, disjunctive = false): Promise<Row> {
  const smart_collection = { title: 'Tự động', rules, disjunctive };
  const { body } = await desk.call('POST', '/com/smart_collections.json', { smart_collection });
  return body.smart_collection as Row;
}
const productsOf = async (collection: Row) =>
  (await desk.list(`/com/products.json?collection_id=${collection.id}`)).map(({ id }) => id);
const collect = (collection_id: number, product_id: number) =>
  desk.call('POST', '/com/collects.json', { collect: { collection_id, product_id } });

describe('custom collections', () => {
  it('hold what is put in, in that order', async () => {
    const made = await createCustom();
    expect(made).toMatchObject({ title: 'Hàng mới', handle: 'hang-moi', published: true });
    expect(made).not.toHaveProperty('rules');
    await collect(made.id, GIFT);
    const { status, body } = await collect(made.id, SHIRT);
    expect([status, body.collect]).toMatchObject([201, { collection_id: made.id, product_id: SHIRT, position: 2 }]);
    expect(new Set(await productsOf(made))).toEqual(new Set([SHIRT, GIFT]));
    expect((await collect(made.id, SHIRT)).status).toBe(422);
    expect(await desk.list(`/com/collects.json?product_id=${SHIRT}`)).toHaveLength(1);
    expect((await desk.call('GET', '/com/collects/count.json')).body).toEqual({ count: 2 });
    await desk.call('DELETE', `/com/collects/${body.collect?.id}.json`);
    expect(await productsOf(made)).toEqual([GIFT]);
  });

  it('are listed, counted, read, changed and deleted, and told', async () => {
    const made = await createCustom();
    await createCustom('Khác');
    await collect(made.id, SHIRT);
    expect(await desk.list('/com/custom_collections.json?title=Hàng mới')).toMatchObject([{ id: made.id }]);
    expect(await desk.list(`/com/custom_collections.json?product_id=${SHIRT}`)).toMatchObject([{ id: made.id }]);
    expect((await desk.call('GET', '/com/custom_collections/count.json')).body).toEqual({ count: 2 });
    const change = { custom_collection: { published: false, body_html: '<b>!</b>' } };
    await desk.call('PUT', `/com/custom_collections/${made.id}.json`, change);
    expect((await desk.call('GET', `/com/custom_collections/${made.id}.json`)).body.custom_collection).toMatchObject({
      published: false,
      published_at: null,
      body_html: '<b>!</b>',
    });
    await desk.call('DELETE', `/com/custom_collections/${made.id}.json`);
    expect(await desk.list('/com/collects.json')).toEqual([]);
    const topics = desk.told().map(({ topic }) => topic);
    expect(topics).toEqual(['collections/create', 'collections/create', 'collections/update', 'collections/delete']);
  });

  it('need a title', async () => {
    const { status, body } = await desk.call('POST', '/com/custom_collections.json', { custom_collection: {} });
    expect([status, body]).toEqual([422, { errors: { title: ["can't be blank"] } }]);
  });
});

describe('smart collections', () => {
  it.each([
    [[{ column: 'title', relation: 'contains', condition: 'THUN' }], false, [SHIRT]],
    [[{ column: 'title', relation: 'not_contains', condition: 'thun' }], false, [GIFT]],
    [[{ column: 'variant_price', relation: 'greater_than', condition: '150000' }], false, [SHIRT]],
    [[{ column: 'variant_price', relation: 'less_than', condition: '50000' }], false, [GIFT]],
    [[{ column: 'vendor', relation: 'equals', condition: 'Khác' }], false, [SHIRT, GIFT]],
    [[{ column: 'variant_title', relation: 'starts_with', condition: 'Đen' }], false, [SHIRT]],
    [[{ column: 'variant_inventory', relation: 'equals', condition: '7' }], false, [SHIRT]],
    [[{ column: 'type', relation: 'ends_with', condition: 'x' }], false, []],
    [[{ column: 'nonsense', relation: 'equals', condition: 'x' }], false, []],
    [
      [
        { column: 'title', relation: 'equals', condition: 'Gói quà' },
        { column: 'title', relation: 'equals', condition: 'Áo thun' },
      ],
      true,
      [SHIRT, GIFT],
    ],
  ])('%j, any: %s → %j', async (rules, disjunctive, expected) => {
    expect(await productsOf(await createSmart(rules, disjunctive))).toEqual(expected);
  });

  it('cannot be filled by hand: 403', async () => {
    const made = await createSmart([{ column: 'vendor', relation: 'not_equals', condition: 'x' }]);
    expect((await collect(made.id, SHIRT)).status).toBe(403);
  });

  it('are another kind than custom ones, sorted by a call of their own', async () => {
    const made = await createSmart([{ column: 'tag', relation: 'equals', condition: 'mới' }]);
    expect((await desk.call('GET', `/com/custom_collections/${made.id}.json`)).status).toBe(404);
    await desk.call('PUT', `/com/smart_collections/${made.id}/order.json?sort_order=price-asc`);
    expect((await desk.call('GET', `/com/smart_collections/${made.id}.json`)).body.smart_collection).toMatchObject({
      sort_order: 'price-asc',
      rules: [{ column: 'tag' }],
      disjunctive: false,
    });
    await desk.call('PUT', `/com/smart_collections/${made.id}.json`, { smart_collection: { disjunctive: true } });
    expect(await desk.list('/com/smart_collections.json')).toMatchObject([{ disjunctive: true }]);
    await desk.call('DELETE', `/com/smart_collections/${made.id}.json`);
    expect((await desk.call('GET', '/com/smart_collections/count.json')).body).toEqual({ count: 0 });
  });
});
