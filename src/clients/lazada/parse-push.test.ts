import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePush } from './parse-push';

const common = { seller_id: '200012345678', timestamp: 1785000001, site: 'lazada_vn' };
const parsedCommon = { sellerId: '200012345678', sentAt: new Date(1785000001000), site: 'lazada_vn' };
const at = new Date(1785000000000);

describe('parsePush', () => {
  it.each<[number, Record<string, unknown>, Record<string, unknown>]>([
    [
      0,
      { order_status: 'pending', trade_order_id: '5', trade_order_line_id: 6, status_update_time: 1785000000 },
      { type: 'order', orderStatus: 'pending', orderId: '5', orderItemId: '6', statusUpdatedAt: at },
    ],
    [
      1,
      { itemId: 9, status: 'REJECTED', reason: 'x' },
      { type: 'product_qc', itemId: '9', status: 'REJECTED', reason: 'x' },
    ],
    [
      4,
      {
        item_id: 9,
        sku_list: [{ sku_id: 1, seller_sku: 'A' }],
        action: 'EDITED_UPDATED',
        status_update_time: 1785000000000,
      },
      {
        type: 'product',
        change: 'edited',
        itemId: '9',
        skus: [{ skuId: '1', sellerSku: 'A' }],
        action: 'EDITED_UPDATED',
        statusUpdatedAt: at,
      },
    ],
    [3, { item_id: 9, sku_list: [] }, { type: 'product', change: 'created', itemId: '9', skus: [] }],
    [5, { item_id: 9, sku_list: [] }, { type: 'product', change: 'deleted', itemId: '9', skus: [] }],
    [6, { seller_sku: 'A', sku_id: 1 }, { type: 'shallow_stock', skuId: '1', sellerSku: 'A' }],
    [
      10,
      {
        reverse_order_id: 1,
        trade_order_id: 2,
        trade_order_line_id: 3,
        reverse_status: 'RTM_INIT',
        status_update_time: 1785000000,
      },
      {
        type: 'reverse_order',
        reverseOrderId: '1',
        orderId: '2',
        orderItemId: '3',
        reverseStatus: 'RTM_INIT',
        statusUpdatedAt: at,
      },
    ],
    [13, { status: 'close' }, { type: 'seller_status', status: 'close' }],
    [
      14,
      { trade_order_id: '2', fulfillment_package_id: 'FP1', status: 'READY_TO_SHIP', status_update_time: 1785000000 },
      { type: 'fulfillment', orderId: '2', packageId: 'FP1', status: 'READY_TO_SHIP', statusUpdatedAt: at },
    ],
  ])('reads type %i', (message_type, data, parsed) => {
    expect(parsePush({ ...common, message_type, data })).toEqual({ ...parsedCommon, ...parsed });
  });

  it('finds the seller of an expiring token inside', () => {
    const data = { app_key: '1', auth_expiry_time: 1785000000, seller_id: '42' };
    expect(parsePush({ ...common, seller_id: 'null', message_type: 8, data })).toMatchObject({
      type: 'token_expiring',
      sellerId: '42',
      expiresAt: at,
    });
  });

  it("reads the console's Verify probe", () => {
    const data = { order_status: 'This is a test message', trade_order_id: '123456', trade_order_line_id: '12345' };
    const probe = { seller_id: '9999', message_type: 0, data, timestamp: 1603766859530, site: 'lazada_vn' };
    expect(parsePush(probe)).toMatchObject({ type: 'order', sellerId: '9999', sentAt: new Date(1603766859530) });
  });

  it.each([
    ['an unknown type', { message_type: 21, data: {} }, 21],
    ['a known type with other data', { message_type: 0, data: 'changed' }, 0],
    ['a promotion without data', { message_type: 11 }, 11],
    ['no type', {}, undefined],
  ])('R8.4 keeps %s as other', (_name, body, messageType) => {
    expect(parsePush({ ...common, ...body })).toEqual({ ...parsedCommon, type: 'other', messageType });
  });

  it('R8.4 survives anything', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, maxDepth: 3 }),
        fc.integer({ min: -1, max: 47 }),
        (data, message_type) => {
          expect(() => [parsePush(data), parsePush({ message_type, data })]).not.toThrow();
        },
      ),
      { numRuns: 50 },
    );
  });
});
