import { describe, expect, it } from 'vitest';
import { type Received, startAnsweringServer } from '../http/answering-server';
import { createTestHttp } from '../http/test-http';
import { createLazadaClient } from './lazada-client';
import { sign } from './sign';
import { TEST_LAZADA_AUTH, TEST_LAZADA_CONFIG } from './test-lazada';

async function over(script: Parameters<typeof startAnsweringServer>[0]) {
  const server = await startAnsweringServer(script);
  const { http, clock } = createTestHttp();
  const config = { ...TEST_LAZADA_CONFIG, authUrl: server.url, apiUrl: `${server.url}/rest` };
  return { server, clock, client: createLazadaClient(config, { http, nowMs: () => clock.nowMs }) };
}

/** What the gateway does: pool, drop the sign, sign again (lazada.md §1.4). */
function checkSignature(path: string, request: Received | undefined): Record<string, string> {
  const url = new URL(request?.url ?? '', 'http://gateway');
  expect(url.pathname).toBe(`/rest${path}`);
  const pool = Object.fromEntries([...url.searchParams, ...new URLSearchParams(request?.body)]);
  const { sign: given, ...params } = pool;
  expect(given).toBe(sign(path, params, TEST_LAZADA_CONFIG.appSecret));
  return params;
}

describe('a Lazada call on the wire', () => {
  it('puts everything of a GET into the query, signed, without empty parameters', async () => {
    const { server, client } = await over([{ body: '{"code":"0","data":{"total_products":0,"products":[]}}' }]);
    await client.listProducts(TEST_LAZADA_AUTH, { sellerSkus: ['ÁO ĐỎ & XANH+M'] });
    await server.close();
    const params = checkSignature('/products/get', server.received[0]);
    expect(server.received[0]?.body).toBe('');
    expect(params).toEqual({
      app_key: '123456',
      access_token: 'secret-token',
      sign_method: 'sha256',
      timestamp: '1785000000000',
      filter: 'all',
      limit: '50',
      options: '1',
      sku_seller_list: '["ÁO ĐỎ & XANH+M"]',
    });
  });

  it('puts the business parameters of a POST into a form body', async () => {
    const { server, client } = await over([{ body: '{"code":"0","data":{}}' }]);
    const write = { itemId: '2087654321', skuId: '9876543210', sellerSku: 'ÁO-ĐỎ & XANH+M', quantity: 12 };
    await client.updateSellable(TEST_LAZADA_AUTH, [write]);
    await server.close();
    const request = server.received[0];
    const params = checkSignature('/product/stock/sellable/update', request);
    expect(request?.url).not.toContain('payload');
    expect(request?.headers['content-type']).toContain('application/x-www-form-urlencoded');
    expect(params.payload).toBe(
      '{"Request":{"Product":{"Skus":{"Sku":[{"ItemId":"2087654321","SkuId":"9876543210","SellerSku":"ÁO-ĐỎ & XANH+M","SellableQuantity":"12"}]}}}}',
    );
  });

  it('asks the other host for tokens, without one', async () => {
    const { server, client } = await over([{ body: '{"code":"InvalidCode","message":"Invalid authorization code"}' }]);
    await expect(client.createToken('0_123456_x')).rejects.toMatchObject({ kind: 'unauthorized', code: 'InvalidCode' });
    await server.close();
    expect(checkSignature('/auth/token/create', server.received[0])).not.toHaveProperty('access_token');
  });

  it('signs a repeated call anew', async () => {
    const { server, client } = await over([{ body: '{"code":"6"}' }, { body: '{"code":"0","data":[]}' }]);
    await client.getOrderItems(TEST_LAZADA_AUTH, '1');
    await server.close();
    const [first, second] = server.received.map((request) => checkSignature('/order/items/get', request).timestamp);
    expect(Number(second)).toBeGreaterThan(Number(first));
  });

  it('R8.2 does not repeat a write whose answer was lost', async () => {
    const { server, client } = await over(['reset']);
    const packing = client.pack(TEST_LAZADA_AUTH, [{ orderId: '1', orderItemIds: ['2'] }], { allocateType: 'TFS' });
    await expect(packing).rejects.toMatchObject({ kind: 'ambiguous', operation: 'fulfillment.pack' });
    await server.close();
    expect(server.received).toHaveLength(1);
  });
});
