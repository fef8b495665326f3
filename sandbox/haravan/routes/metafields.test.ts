import { beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';

const SHIRT = 1040000001;
const field = { namespace: 'lazada', key: 'item', value: '2400000001' };

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

it.each([
  ['namespace', 'Namespace'],
  ['key', 'Key'],
  ['value', 'Value'],
])('without %s: 422 with a plain sentence', async (name, spoken) => {
  const metafield = { ...field, [name]: undefined };
  const answer = await desk.call('POST', '/com/metafields.json', { metafield });
  expect(answer).toEqual({ status: 422, body: { errors: `${spoken} can't be blank` } });
});

it('the shop has its own', async () => {
  const { status, body } = await desk.call('POST', '/com/metafields.json', { metafield: field });
  expect([status, body.metafield]).toMatchObject([201, { ...field, owner_resource: 'shop', value_type: 'string' }]);
  const id = body.metafield?.id;
  await desk.call('PUT', `/com/metafields/${id}.json`, { metafield: { value: 'x', key: 'ignored' } });
  expect((await desk.call('GET', `/com/metafields/${id}.json`)).body.metafield).toMatchObject({
    key: 'item',
    value: 'x',
  });
  expect((await desk.call('GET', '/com/metafields/count.json')).body).toEqual({ count: 1 });
  expect(await desk.list('/com/metafields.json?namespace=other')).toEqual([]);
  expect(await desk.list('/com/metafields.json?metafield[owner_id]=5&metafield[owner_resource]=order')).toEqual([]);
  expect(await desk.call('DELETE', `/com/metafields/${id}.json`)).toEqual({ status: 200, body: {} });
});

it('a product has its own; the same key again is the same field', async () => {
  const create = (value: string) =>
    desk.call<{ metafield: Row }>('POST', `/com/products/${SHIRT}/metafields.json`, { metafield: { ...field, value } });
  const first = await create('1');
  const again = await create('2');
  expect(again.body.metafield).toMatchObject({ id: first.body.metafield.id, value: '2', owner_id: String(SHIRT) });
  const { id } = again.body.metafield;
  expect(await desk.list(`/com/products/${SHIRT}/metafields.json`)).toHaveLength(1);
  expect((await desk.call('GET', `/com/products/${SHIRT}/metafields/count.json`)).body).toEqual({ count: 1 });
  await desk.call('PUT', `/com/products/${SHIRT}/metafields/${id}.json`, { metafield: { value: '3' } });
  expect((await desk.call('GET', `/com/products/${SHIRT}/metafields/${id}.json`)).body.metafield?.value).toBe('3');
  await desk.call('DELETE', `/com/products/${SHIRT}/metafields/${id}.json`);
  expect(await desk.list(`/com/products/${SHIRT}/metafields.json`)).toEqual([]);
  expect(await desk.list('/com/metafields.json')).toEqual([]);
});
