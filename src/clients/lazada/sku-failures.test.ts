import { describe, expect, it } from 'vitest';
import { readSkuFailures } from './sku-failures';

const red = { itemId: '10', skuId: '101', sellerSku: 'AO-DO-M' };
const blue = { itemId: '10', skuId: '102', sellerSku: 'AO-XANH' };
const hat = { itemId: '20', skuId: '201', sellerSku: 'NON' };
const batch = [red, blue, hat];

/** The shapes of lazada.md §3.2. */
describe('readSkuFailures', () => {
  it.each<[string, unknown, unknown[]]>([
    [
      'message and seller_sku',
      [{ message: 'SELLER_SKU_NOT_FOUND:seller sku not found', seller_sku: 'NON' }],
      [
        {
          ...hat,
          code: 'SELLER_SKU_NOT_FOUND',
          message: 'SELLER_SKU_NOT_FOUND:seller sku not found',
          kind: 'not_found',
        },
      ],
    ],
    [
      'sku, code and message',
      [{ sku: 'NON', code: 4157, message: 'special must be lower' }],
      [{ ...hat, code: '4157', message: 'special must be lower', kind: 'rejected' }],
    ],
    [
      'an item and an id in the words',
      [
        {
          code: 'E0501',
          field: 'bizCheck',
          item_id: 10,
          message: 'negative sellable on channel inventory,entityId=123,id=102',
        },
      ],
      [
        {
          ...blue,
          code: '501',
          message: 'negative sellable on channel inventory,entityId=123,id=102',
          kind: 'rejected',
        },
      ],
    ],
    [
      'only an item: all its SKUs',
      [{ item_id: '10', message: 'THD_IC_ERR_F_IC_ABILITY_PG: campaign' }],
      [red, blue].map((sku) => ({
        ...sku,
        code: 'THD_IC_ERR_F_IC_ABILITY_PG',
        message: 'THD_IC_ERR_F_IC_ABILITY_PG: campaign',
        kind: 'rejected',
      })),
    ],
    [
      'only words',
      [{ field: 'Price', message: 'AO-DO-M: price is zero' }],
      [{ ...red, code: 'Price', message: 'AO-DO-M: price is zero', kind: 'rejected' }],
    ],
    [
      'JSON text of one object',
      '{"sku_id":201,"message":"SYS_REQUEST_TOO_FAST: Slow down a bit!"}',
      [{ ...hat, code: 'SYS_REQUEST_TOO_FAST', message: 'SYS_REQUEST_TOO_FAST: Slow down a bit!', kind: 'throttled' }],
    ],
  ])('reads %s', (_name, detail, failures) => {
    expect(readSkuFailures(detail, batch)).toEqual({ failures, unattributed: [] });
  });

  it('sets aside what names nobody', () => {
    const detail = [
      { seller_sku: 'OTHER', message: 'x' },
      { sku: 'NON', message: 'y' },
    ];
    const read = readSkuFailures(detail, batch);
    expect(read.failures.map((failure) => failure.skuId)).toEqual(['201']);
    expect(read.unattributed).toEqual([{ code: 'unknown', message: 'x' }]);
  });

  it.each([undefined, null, '', 'words', 7, [null], [[]]])('reads nothing from %j', (detail) => {
    expect(readSkuFailures(detail, batch).failures).toEqual([]);
  });
});
