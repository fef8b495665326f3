import { describe, expect, it } from 'vitest';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

/** The documented answer of lazada.md §11.1, with a second item that failed. */
const packed = {
  result: {
    data: {
      pack_order_list: [
        {
          order_item_list: [
            {
              order_item_id: 711433089764242,
              msg: 'success',
              item_err_code: '0',
              tracking_number: 'LEXDO0069388114',
              shipment_provider: 'LEX TH',
              package_id: 'FP094612143977611',
              retry: false,
            },
            { order_item_id: 711433089864242, msg: 'GET_LOCK_FAILED', item_err_code: '700024', retry: 'true' },
          ],
          order_id: 711433089564242,
        },
      ],
    },
    success: true,
  },
  code: '0',
  request_id: '210140e316868082290745715',
};

describe('fulfillment', () => {
  it('R4.6 packs, item by item', async () => {
    const { client, sent } = lazadaAnswering(packed);
    const orders = [{ orderId: '525106346980318', orderItemIds: ['525106347080318'] }];
    const { items } = await client.pack(auth, orders, { allocateType: 'TFS' });
    expect(pooledParams(sent[0]).packReq).toBe(
      '{"pack_order_list":[{"order_id":525106346980318,"order_item_list":[525106347080318]}],"delivery_type":"dropship","shipping_allocate_type":"TFS"}',
    );
    expect(items).toEqual([
      {
        ok: true,
        code: '0',
        message: 'success',
        retry: false,
        orderId: '711433089564242',
        orderItemId: '711433089764242',
        packageId: 'FP094612143977611',
        trackingNumber: 'LEXDO0069388114',
        shipmentProvider: 'LEX TH',
      },
      expect.objectContaining({ ok: false, code: '700024', retry: true, packageId: undefined }),
    ]);
  });

  it.each(['readyToShip', 'repack'] as const)(
    'R4.6 %s answers per package; a missing code is no success',
    async (name) => {
      const packages = [{ package_id: 'FP1', item_err_code: 0, msg: 'success', retry: false }, { package_id: 'FP2' }];
      const { client, sent } = lazadaAnswering({ code: '0', result: { success: true, data: { packages } } });
      const result = await client[name](auth, ['FP1', 'FP2']);
      expect(result.packages.map(({ packageId, ok, code }) => [packageId, ok, code])).toEqual([
        ['FP1', true, '0'],
        ['FP2', false, 'unknown'],
      ]);
      expect(sent[0]?.method).toBe('POST');
    },
  );

  it('reads who chooses the carrier', async () => {
    const data = { platform_default: 1, shipment_providers: [], shipping_allocate_type: 'TFS' };
    const { client } = lazadaAnswering({ code: '0', result: { success: true, data } });
    expect(await client.getShipmentProviders(auth, [{ orderId: '1', orderItemIds: ['2'] }])).toEqual({
      isPlatformDefault: true,
      providers: [],
      allocateType: 'TFS',
    });
  });

  it.each([
    [
      { pdf_url: 'https://x/y.pdf', file: 'PGlmcmFtZT4=', doc_type: 'PDF' },
      { pdfUrl: 'https://x/y.pdf', file: 'PGlmcmFtZT4=' },
    ],
    [{ pdf_url: '', file: '' }, {}],
    [null, {}],
  ])('R4.6 reads a label, ready or not: %j', async (data, awb) => {
    const { client } = lazadaAnswering({ code: '0', result: { success: true, data } });
    expect(await client.getAwb(auth, ['FP1'], 'PDF')).toEqual({ docType: 'PDF', ...awb });
  });
});
