import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { SHIRT_M } from '../testing/rig';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

async function create(customer: object): Promise<Row & { addresses: Row[]; default_address: Row | null }> {
  const { body } = await desk.call('POST', '/com/customers.json', { customer });
  return body.customer as Row & { addresses: Row[]; default_address: Row | null };
}
const read = async (id: number) => (await desk.call('GET', `/com/customers/${id}.json`)).body.customer;
const topics = () => desk.told().map(({ topic }) => topic);

describe('customers', () => {
  it('are changed and deleted, each told', async () => {
    const { id } = await create({ phone: '0901', first_name: 'An', send_email_invite: true });
    await desk.call('PUT', `/com/customers/${id}.json`, {
      customer: { last_name: 'Nguyễn Văn', birthday: '1990-01-01' },
    });
    expect(await read(id)).toMatchObject({ first_name: 'An', last_name: 'Nguyễn Văn', birthday: '1990-01-01' });
    expect(await desk.call('DELETE', `/com/customers/${id}.json`)).toEqual({ status: 200, body: [] });
    expect(await read(id)).toBeUndefined();
    expect(topics()).toEqual(['customers/create', 'customers/update', 'customers/delete']);
  });

  it('are listed, counted and filtered', async () => {
    const { id } = await create({ phone: '0901' });
    await create({ phone: '0902' });
    expect(await desk.list(`/com/customers.json?ids=${id}`)).toMatchObject([{ id }]);
    expect((await desk.call('GET', '/com/customers/count.json')).body).toEqual({ count: 2 });
    expect((await desk.call('GET', '/com/customers/count.json?created_at_min=2030-01-01T00:00:00Z')).body).toEqual({
      count: 0,
    });
  });

  it('are searched by words, who ordered last first', async () => {
    const quiet = await create({ phone: '0901', last_name: 'Trần', first_name: 'Bình' });
    const buyer = await create({ phone: '0902', last_name: 'Trần', first_name: 'Cúc' });
    const order = { line_items: [{ variant_id: SHIRT_M }], customer: { id: buyer.id } };
    await desk.call('POST', '/com/orders.json', { order });
    const found = async (query: string) => (await desk.list(`/com/customers/search.json?${query}`)).map(({ id }) => id);
    expect(await found('query=tr%E1%BA%A7n')).toEqual([buyer.id, quiet.id]);
    expect(await found('query=tr%E1%BA%A7n%20b%C3%ACnh')).toEqual([quiet.id]);
    expect(await found('query=0902')).toEqual([buyer.id]);
    expect(await found('query=&order=created_at%20asc')).toEqual([quiet.id, buyer.id]);
  });

  it('have tags and groups', async () => {
    const { id } = await create({ phone: '0901', tags: 'sỉ' });
    expect((await desk.call('POST', `/com/customers/${id}/tags.json`, { tags: 'vip' })).body).toEqual({
      tags: 'sỉ,vip',
    });
    expect((await desk.call('DELETE', `/com/customers/${id}/tags.json`, { tags: 'sỉ' })).body).toEqual({ tags: 'vip' });
    expect(await desk.list('/com/customers/groups.json')).toMatchObject([{ name: expect.any(String) }]);
  });

  it('cannot take another’s email or phone', async () => {
    await create({ email: 'a@example.vn' });
    const { id } = await create({ phone: '0901' });
    const answer = await desk.call('PUT', `/com/customers/${id}.json`, { customer: { email: 'A@example.vn' } });
    expect(answer).toMatchObject({ status: 422, body: { errors: { email: [expect.any(String)] } } });
  });
});

describe('addresses', () => {
  it('the first is the default one, and cannot go', async () => {
    const { id, default_address } = await create({
      phone: '0901',
      addresses: [{ address1: '1 Lê Lợi', ward: 'Bến Nghé' }],
    });
    expect(default_address).toMatchObject({ address1: '1 Lê Lợi', ward: 'Bến Nghé', default: true });
    const answer = await desk.call('DELETE', `/com/customers/${id}/addresses/${default_address?.id}.json`);
    expect(answer).toMatchObject({ status: 422, body: { errors: { base: [expect.any(String)] } } });
  });

  it('are added, changed, made the default and deleted', async () => {
    const { id, default_address } = await create({ phone: '0901', addresses: [{ address1: 'cũ' }] });
    const added = await desk.call('POST', `/com/customers/${id}/addresses.json`, { address: { address1: 'mới' } });
    expect([added.status, added.body.customer_address]).toMatchObject([201, { address1: 'mới', default: false }]);
    const second = added.body.customer_address?.id;
    await desk.call('PUT', `/com/customers/${id}/addresses/${second}.json`, { address: { phone: '0909' } });
    await desk.call('PUT', `/com/customers/${id}/addresses/${second}/default.json`);
    const one = await desk.call('GET', `/com/customers/${id}/addresses/${second}.json`);
    expect(one.body.customer_address).toMatchObject({ address1: 'mới', phone: '0909', default: true });
    expect(await desk.list(`/com/customers/${id}/addresses.json`)).toHaveLength(2);
    expect(await desk.call('DELETE', `/com/customers/${id}/addresses/${default_address?.id}.json`)).toEqual({
      status: 200,
      body: {},
    });
    expect(await read(id)).toMatchObject({ default_address: { id: second }, addresses: [{ id: second }] });
  });

  it('are destroyed in bulk', async () => {
    const { id, addresses } = await create({ phone: '0901', addresses: [{}, {}, {}] });
    const [first, second, third] = addresses.map((address) => address.id);
    const bulk = (query: string) => desk.call('PUT', `/com/customers/${id}/addresses/set.json?${query}`);
    expect((await bulk(`address_ids[]=${second}&address_ids[]=${third}&operation=destroy`)).status).toBe(200);
    expect(await desk.list(`/com/customers/${id}/addresses.json`)).toMatchObject([{ id: first }]);
    expect((await bulk(`address_ids[]=${first}&operation=paint`)).status).toBe(422);
  });
});
