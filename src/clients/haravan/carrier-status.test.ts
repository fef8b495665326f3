import { describe, expect, it } from 'vitest';
import { haravanAnswering, type ScriptedAnswer, TEST_HARAVAN_AUTH as auth } from './test-haravan';

const ON_SHOP = 'https://shop-2.myharavan.com/admin/orders/12/fulfillments/21/carrier_status/delivering.json';
const ON_API = 'https://apis.haravan.com/com/orders/12/fulfillments/21/carrier_status/delivering.json';
const done: ScriptedAnswer = { body: '' };

function start(onShop: ScriptedAnswer, onApi: ScriptedAnswer) {
  const answers = { onShop, onApi };
  const exchange = haravanAnswering((message) =>
    message.url.startsWith('https://shop-2.') ? answers.onShop : answers.onApi,
  );
  const set = () => exchange.client.setCarrierStatus(auth, '12', '21', 'delivering');
  return { ...exchange, answers, set };
}

describe('delivery and COD states (haravan.md §2.20)', () => {
  it('R4.2 uses the shop host', async () => {
    const { set, sent } = start(done, done);
    expect(await set()).toEqual({ outcome: 'done', via: 'shop_host' });
    expect(sent).toMatchObject([{ method: 'PUT', url: ON_SHOP }]);
  });

  it.each<[string, ScriptedAnswer]>([
    ['404', { status: 404 }],
    ['405', { status: 405 }],
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['a redirect to the login', { status: 302 }],
    ['422 for a missing record', { status: 422, body: { errors: 'Dữ liệu không tồn tại!' } }],
  ])('falls back to the API host after %s, and remembers it', async (_name, refusal) => {
    const { set, sent } = start(refusal, done);
    expect(await set()).toEqual({ outcome: 'done', via: 'api_host' });
    expect(await set()).toEqual({ outcome: 'done', via: 'api_host' });
    expect(sent.map((message) => message.url)).toEqual([ON_SHOP, ON_API, ON_API]);
  });

  it('falls back after a login page', async () => {
    const { set } = start({ body: '<html>login</html>' }, done);
    expect(await set()).toEqual({ outcome: 'done', via: 'api_host' });
  });

  it('answers not_supported when neither host knows the path', async () => {
    const { set } = start({ status: 404 }, { status: 404 });
    expect(await set()).toEqual({ outcome: 'not_supported' });
  });

  it('believes the API host about a dead token', async () => {
    const { set } = start({ status: 404 }, { status: 401 });
    await expect(set()).rejects.toMatchObject({ kind: 'unauthorized' });
  });

  it('takes a refusal on the route that worked for one of the record', async () => {
    const { set, answers } = start(done, { status: 404 });
    await set();
    answers.onShop = { status: 404 };
    await expect(set()).rejects.toMatchObject({ kind: 'not_found' });
  });

  it.each<[ScriptedAnswer, string]>([
    [{ status: 422, body: { errors: 'Không thể chuyển' } }, 'rejected'],
    [{ status: 503 }, 'unavailable'],
    [{ status: 429, headers: { 'retry-after': '2.0' } }, 'throttled'],
  ])('does not fall back when the host understood: %j', async (answer, kind) => {
    const { set, sent } = start(answer, done);
    await expect(set()).rejects.toMatchObject({ kind });
    expect(sent.every((message) => message.url === ON_SHOP)).toBe(true);
  });

  it('sets the COD state by its own path', async () => {
    const { client, sent } = start(done, done);
    await client.setCodStatus({ ...auth, shop: 'shop-2.myharavan.com' }, '12', '21', 'receipt');
    expect(sent[0]?.url).toBe('https://shop-2.myharavan.com/admin/orders/12/fulfillments/21/cod_status/receipt.json');
  });
});
