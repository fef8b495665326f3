import { describe, expect, it } from 'vitest';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

const red = { itemId: '10', skuId: '101', sellerSku: 'AO-DO' };
const blue = { itemId: '10', skuId: '102', sellerSku: '' };

describe('price and stock writes', () => {
  it('R3.4 sends one batch, without the special price', async () => {
    const { client, sent } = lazadaAnswering({ code: '0', data: {} });
    const result = await client.updatePrices(auth, [
      { ...red, price: 150_000 },
      { ...blue, price: 9_000 },
    ]);
    expect(result).toEqual({ failures: [] });
    expect(JSON.parse(pooledParams(sent[0]).payload ?? '')).toEqual({
      Request: {
        Product: {
          Skus: {
            Sku: [
              { ItemId: '10', SkuId: '101', SellerSku: 'AO-DO', Price: '150000' },
              { ItemId: '10', SkuId: '102', Price: '9000' },
            ],
          },
        },
      },
    });
  });

  it('R2.5 answers what was refused, in the platform’s words', async () => {
    const detail = [{ seller_sku: 'AO-DO', message: 'SELLER_SKU_NOT_FOUND:no such sku' }];
    const { client } = lazadaAnswering({ code: '501', message: 'E501: Update product failed', detail });
    expect(await client.updateSellable(auth, [{ ...red, quantity: 5 }])).toEqual({
      failures: [
        { ...red, code: 'SELLER_SKU_NOT_FOUND', message: 'SELLER_SKU_NOT_FOUND:no such sku', kind: 'not_found' },
      ],
    });
  });

  it('keeps refusals that name nobody beside those that do', async () => {
    const detail = [{ seller_sku: 'AO-DO', message: 'x' }, { message: 'who knows' }];
    const { client } = lazadaAnswering({ code: '501', detail });
    const result = await client.adjustSellable(auth, [{ ...red, quantity: -1 }]);
    expect(result.unattributed).toEqual([{ code: 'unknown', message: 'who knows' }]);
  });

  it('throws a 501 that names no SKU of the batch', async () => {
    const { client } = lazadaAnswering({ code: '501', message: 'E501', detail: [{ seller_sku: 'OTHER' }] });
    const writing = client.updateSellable(auth, [{ ...red, quantity: 5 }]);
    await expect(writing).rejects.toMatchObject({ kind: 'rejected', code: '501', platformMessage: 'E501' });
  });

  it.each([
    ['ServiceTimeout', 'ambiguous'],
    ['513', 'ambiguous'],
    ['901', 'throttled'],
    ['998', 'unavailable'],
    ['IllegalAccessToken', 'unauthorized'],
    ['4171', 'rejected'],
  ])('R8.2 %s of a write is %s, and it is sent once', async (code, kind) => {
    const { client, sent } = lazadaAnswering({ code, message: 'x' });
    await expect(client.adjustSellable(auth, [{ ...red, quantity: 1 }])).rejects.toMatchObject({ kind });
    expect(sent).toHaveLength(1);
  });
});
