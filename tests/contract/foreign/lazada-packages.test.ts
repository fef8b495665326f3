import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '@/sandbox/main';
import { LAZADA } from '../contract-seed';
import { APP, authorizedCode, startStage } from '../stage';
import { type ForeignAnswer, type ForeignLazada, openForeign, PACKAGE_NAMES } from './lazada-packages';

const { sellerId, itemId, blackId, redId } = LAZADA;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startStage();
});
afterAll(() => sandbox.close());

const skuOf = (skuId: string) => {
  const skus = sandbox.lazada.control
    .state(sellerId)
    .sellers.flatMap((seller) => seller.items.flatMap((item) => item.skus));
  return skus.find((sku) => String(sku.skuId) === skuId);
};
const itemsOf = (orderId: string) => {
  const orders = sandbox.lazada.control.state(sellerId).sellers.flatMap((seller) => seller.orders);
  return orders.find((order) => order.orderId === orderId)?.items ?? [];
};
const place = (quantity = 1) =>
  sandbox.lazada.control.placeOrder({ sellerId, lines: [{ sellerSku: 'AO-DEN-M', quantity }], payment: 'COD' });
const dig = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

describe.each(PACKAGE_NAMES)('npm %s', (name) => {
  let client: ForeignLazada;
  let granted: ForeignAnswer;
  let token: string;
  const opened = (secret = APP.lazadaAppSecret) =>
    openForeign(name, { url: sandbox.urls.lazada, appKey: APP.lazadaAppKey, appSecret: secret });

  beforeAll(async () => {
    client = opened();
    granted = await client.post('/auth/token/create', { code: await authorizedCode(sandbox) });
    token = String(granted.access_token);
  });

  describe('authorization', () => {
    test('a code gives tokens for the shop', () => {
      expect(granted).toMatchObject({ code: '0', country: 'vn', country_user_info: [{ seller_id: sellerId }] });
    });

    test('a refresh gives another token that works', async () => {
      const fresh = await client.get('/auth/token/refresh', { refresh_token: String(granted.refresh_token) });
      expect(fresh).toMatchObject({ code: '0', country_user_info_list: [{ seller_id: sellerId }] });
      token = String(fresh.access_token);
      expect(token).not.toBe(granted.access_token);
      expect((await client.get('/seller/get', {}, token)).code).toBe('0');
    });

    test('a code works once, and only with the right secret', async () => {
      const code = await authorizedCode(sandbox);
      const wrong = opened('another').post('/auth/token/create', { code });
      await expect(wrong).rejects.toMatchObject({ code: 'IncompleteSignature' });
      await client.post('/auth/token/create', { code });
      await expect(client.post('/auth/token/create', { code })).rejects.toMatchObject({ code: 'InvalidCode' });
    });

    test.each([
      ['a token that nobody was given', () => client.get('/seller/get', {}, 'made-up'), 'IllegalAccessToken'],
      [
        'a refresh token that nobody was given',
        () => client.post('/auth/token/refresh', { refresh_token: 'no' }),
        'IllegalRefreshToken',
      ],
      ['another secret', () => opened('another').get('/seller/get', {}, token), 'IncompleteSignature'],
      ['no token', () => client.get('/seller/get'), 'MissingParameter'],
      ['a path that is not there', () => client.get('/no/such/path', {}, token), 'InvalidApiPath'],
    ])('refused: %s', async (_what, call, code) => {
      await expect(call()).rejects.toMatchObject({ code, request_id: expect.any(String) });
    });
  });

  test('seller and products', async () => {
    const seller = await client.get('/seller/get', {}, token);
    expect(String(dig(seller, 'data', 'seller_id'))).toBe(sellerId);
    const listed = await client.named('getProducts', { filter: 'all', limit: 50, offset: 0 }, 'GET', token);
    expect(dig(listed, 'data', 'products', 0, 'skus', 1, 'SellerSku')).toBe('ÁO-ĐỎ & XANH+M');
    const one = await client.get('/product/item/get', { item_id: itemId }, token);
    expect(String(dig(one, 'data', 'skus', 0, 'SkuId'))).toBe(blackId);
    await expect(client.get('/product/item/get', { item_id: '1' }, token)).rejects.toMatchObject({ code: '208' });
  });

  describe('price and stock', () => {
    const xml = (sku: string) => `<Request><Product><Skus>${sku}</Skus></Product></Request>`;
    const json = (sku: Record<string, string>) => JSON.stringify({ Request: { Product: { Skus: { Sku: sku } } } });

    test('a price by XML, as its own method sends it', async () => {
      const sku = `<Sku><ItemId>${itemId}</ItemId><SkuId>${redId}</SkuId><SellerSku>ÁO-ĐỎ &amp; XANH+M</SellerSku><Price>161000</Price></Sku>`;
      await client.named('updatePriceQuantity', { payload: xml(sku) }, 'POST', token);
      expect(skuOf(redId)?.price).toBe(161_000);
    });

    test('sellable stock by JSON: overwritten, then changed by a difference', async () => {
      const key = { ItemId: itemId, SkuId: redId };
      await client.post('/product/stock/sellable/update', { payload: json({ ...key, SellableQuantity: '70' }) }, token);
      expect(skuOf(redId)?.sellable).toBe(70);
      await client.post('/product/stock/sellable/adjust', { payload: json({ ...key, SellableQuantity: '-5' }) }, token);
      expect(skuOf(redId)?.sellable).toBe(65);
    });

    test('what is refused changes nothing', async () => {
      const before = skuOf(redId);
      const broken = { payload: xml('<Sku><SellerSku>A & B</SellerSku><Price>1</Price></Sku>') };
      await expect(client.named('updatePriceQuantity', broken, 'POST', token)).rejects.toMatchObject({ code: '5' });
      const unknown = { payload: json({ ItemId: itemId, SkuId: '1', Price: '1000' }) };
      await expect(client.post('/product/price_quantity/update', unknown, token)).rejects.toMatchObject({
        code: '501',
        detail: [expect.objectContaining({ message: expect.stringContaining('SKU_NOT_FOUND') })],
      });
      expect(skuOf(redId)).toEqual(before);
    });
  });

  test('orders and their items', async () => {
    const { orderId, orderItemIds } = place(2);
    const created_after = new Date(sandbox.clock.now() - 3_600_000).toISOString();
    const listed = await client.named('getOrders', { created_after, limit: 100, offset: 0 }, 'GET', token);
    expect((dig(listed, 'data', 'orders') as { order_id: number }[]).map((order) => String(order.order_id))).toContain(
      orderId,
    );
    const one = await client.named('getOrder', { order_id: Number(orderId) }, 'GET', token);
    expect(dig(one, 'data', 'items_count')).toBe(2);
    const items = await client.named('getOrderItems', { order_id: orderId }, 'GET', token);
    expect((items.data as { order_item_id: number }[]).map((item) => String(item.order_item_id))).toEqual(orderItemIds);
    const several = await client.named('getMultipleOrderItems', { order_ids: `[${orderId}]` }, 'GET', token);
    expect(dig(several, 'data', 0, 'order_items')).toHaveLength(2);
    await expect(client.named('getOrder', { order_id: 1 }, 'GET', token)).rejects.toMatchObject({ code: '16' });
  });

  test('fulfillment: carriers, pack, label, ready to ship, repack', async () => {
    const { orderId, orderItemIds } = place();
    const numbers = { order_id: Number(orderId), items: orderItemIds.map(Number) };
    const asked = JSON.stringify({ orders: [{ order_id: numbers.order_id, order_item_ids: numbers.items }] });
    const carriers = await client.get('/order/shipment/providers/get', { getShipmentProvidersReq: asked }, token);
    expect(dig(carriers, 'result', 'data', 'shipping_allocate_type')).toBe('TFS');

    const packReq = JSON.stringify({
      pack_order_list: [{ order_id: numbers.order_id, order_item_list: numbers.items }],
      delivery_type: 'dropship',
      shipping_allocate_type: 'TFS',
    });
    const pack = () => client.post('/order/fulfill/pack', { packReq }, token);
    const packageOf = (answer: ForeignAnswer) =>
      dig(answer, 'result', 'data', 'pack_order_list', 0, 'order_item_list', 0, 'package_id');
    const first = packageOf(await pack());
    const onPackages = (packageId: unknown) => JSON.stringify({ packages: [{ package_id: packageId }] });
    await client.post('/order/package/repack', { rePackReq: onPackages(first) }, token);
    const second = packageOf(await pack());
    expect(second).not.toBe(first);

    const getDocumentReq = JSON.stringify({ doc_type: 'PDF', packages: [{ package_id: second }] });
    const label = await client.get('/order/package/document/get', { getDocumentReq }, token);
    expect(dig(label, 'result', 'data', 'pdf_url')).toMatch(/^http/);
    await client.post('/order/package/rts', { readyToShipReq: onPackages(second) }, token);
    expect(itemsOf(orderId).map((item) => item.status)).toEqual(['ready_to_ship']);
    const again = await client.post('/order/package/rts', { readyToShipReq: onPackages(first) }, token);
    expect(dig(again, 'result', 'data', 'packages', 0, 'item_err_code')).not.toBe('0');
  });

  test('cancel: reasons, the cancel itself, and the answer to a buyer who asks', async () => {
    const { orderId, orderItemIds } = place(2);
    const chosen = { order_id: orderId, order_item_id_list: `[${orderItemIds[0]}]` };
    const options = await client.get('/order/reverse/cancel/validate', chosen, token);
    const reason_id = String(dig(options, 'data', 'reason_options', 0, 'reason_id'));
    await client.get('/order/reverse/cancel/create', { ...chosen, reason_id }, token);
    expect(itemsOf(orderId).map((item) => item.status)).toEqual(['canceled', 'pending']);

    const reverse_order_id = sandbox.lazada.control.requestCancel({
      sellerId,
      orderId,
      orderItemIds: orderItemIds.slice(1),
    });
    await client.get('/order/reverse/cancel/seller/decide', { reverse_order_id, agree_cancel: 'true' }, token);
    expect(itemsOf(orderId).map((item) => item.status)).toEqual(['canceled', 'canceled']);
  });

  test('a clock two hours off is refused', async () => {
    sandbox.clock.advance(7_201_000);
    const late = client.get('/seller/get', {}, token);
    await expect(late).rejects.toMatchObject({ code: expect.stringMatching(/Timestamp/) });
    sandbox.clock.reset();
  });
});
