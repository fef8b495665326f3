import { describe, expect, it } from 'vitest';
import { loadFixture } from '@/tests/fixtures/load';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

const fixture = (): unknown => loadFixture('lazada', 'products-get').payload;

describe('products', () => {
  it('reads an item of the old gateway, in camel case', async () => {
    const data = { itemId: 9, updatedTime: '1785000000000', attributes: { name: 'Áo' }, skus: [{ SkuId: 1 }] };
    const item = await lazadaAnswering({ code: '0', data }).client.getProduct(auth, '9');
    expect(item).toMatchObject({ itemId: '9', name: 'Áo', updatedAt: new Date(1785000000000), skus: [{ skuId: '1' }] });
  });

  it('R2.1 reads an item with its SKUs, stock and campaign locks', async () => {
    const page = await lazadaAnswering(fixture()).client.listProducts(auth, { updateAfter: new Date(0) });
    expect(page).toMatchObject({ totalItems: 1, unreadable: [] });
    expect(page.items[0]).toMatchObject({
      itemId: '2494373306',
      name: 'Áo thun cổ tròn',
      status: 'Active',
      updatedAt: new Date(1785000000000),
    });
    expect(page.items[0]?.skus[0]).toMatchObject({
      skuId: '12215141846',
      sellerSku: 'AO-DEN-M',
      status: 'active',
      price: 150_000,
      specialPrice: 129_000,
      specialFrom: new Date('2026-06-30T17:00:00Z'),
      sellable: 20,
      images: ['https://vn-live.slatic.net/p/…jpg'],
      saleProperties: { color_family: 'Black', size: 'M' },
      warehouses: [{ warehouseCode: 'dropshipping', total: 23, sellable: 20, occupied: 2, withheld: 1 }],
      campaignLocks: [{ sellable: 5, startsAt: new Date('2026-08-07T17:00:00Z') }],
      isFulfilledByLazada: false,
    });
  });

  it('reads the documented style: texts for numbers, JSON text for images, 0 for no special price', async () => {
    const sku = { SkuId: '2', SellerSku: ' a ', price: '10000.00', special_price: '0.0', quantity: '3', size: 'M' };
    const item = { item_id: '1', images: '["x.jpg"]', created_time: '1645176573000', skus: [sku] };
    const { client } = lazadaAnswering({ code: '0', data: item });
    expect(await client.getProduct(auth, '1')).toMatchObject({
      itemId: '1',
      images: ['x.jpg'],
      skus: [{ sellerSku: ' a ', price: 10_000, specialPrice: undefined, sellable: 3, saleProperties: { size: 'M' } }],
    });
  });

  it('R8.4 names an item that it cannot read', async () => {
    const products = [{ item_id: 5, skus: [{ SkuId: 1, quantity: 'many' }] }];
    const page = await lazadaAnswering({ code: '0', data: { total_products: 1, products } }).client.listProducts(auth);
    expect(page).toMatchObject({ totalItems: 1, items: [], unreadable: [{ id: '5' }] });
  });

  it('does not take success without data for an empty shop', async () => {
    await expect(lazadaAnswering({ code: '0', data: {} }).client.listProducts(auth)).rejects.toMatchObject({
      kind: 'malformed',
    });
  });

  it.each(['207', '208'])('code %s is not found', async (code) => {
    const { client, sent } = lazadaAnswering({ code, message: `E${code}: not exist` });
    await expect(client.getProduct(auth, '77')).rejects.toMatchObject({ kind: 'not_found' });
    expect(pooledParams(sent[0]).item_id).toBe('77');
  });
});
