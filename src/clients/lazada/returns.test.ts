import { describe, expect, it } from 'vitest';
import type { LazadaClient } from './lazada-client';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

const done = { code: '0', request_id: 'r' };
const image = { name: 'a.jpg', url: 'https://x/a.jpg' };
const returned = { reverseOrderId: '9', reverseOrderLineIds: ['530604924907019', '8'] };

/** What is sent beside the system's parameters. */
async function sentBy(call: (client: LazadaClient) => Promise<unknown>, answer: unknown = done) {
  const { client, sent } = lazadaAnswering(answer);
  await call(client);
  const { app_key, access_token, sign_method, timestamp, sign, ...business } = pooledParams(sent[0]);
  return { method: sent[0]?.method, path: new URL(sent[0]?.url ?? '').pathname.replace('/rest', ''), business };
}

describe('returns (lazada.md §12.3)', () => {
  it('agrees without further words', async () => {
    expect(await sentBy((client) => client.decideReturn(auth, { ...returned, action: 'agreeReturn' }))).toEqual({
      method: 'GET',
      path: '/order/reverse/return/update',
      business: {
        action: 'agreeReturn',
        reverse_order_id: '9',
        reverse_order_item_ids: '[530604924907019,8]',
      },
    });
  });

  it('refuses the money with reason, words and pictures', async () => {
    const refusal = { action: 'refuseRefund', reasonId: '5', comment: 'Đã dùng', images: [image] } as const;
    const { business } = await sentBy((client) =>
      client.decideReturn(auth, { ...returned, ...refusal, images: [image] }),
    );
    expect(business).toMatchObject({
      reason_id: '5',
      comment: 'Đã dùng',
      image_info: '[{"name":"a.jpg","url":"https://x/a.jpg"}]',
    });
  });

  it('disputes a refund without return, of one line, under other names', async () => {
    const dispute = { reverseOrderId: '9', reverseOrderLineId: '8', action: 'startDispute', images: [image] } as const;
    const { path, business } = await sentBy((client) =>
      client.decideOnlyRefund(auth, { ...dispute, images: [image], videos: [{ coverUrl: 'c', videoUrl: 'v' }] }),
    );
    expect(path).toBe('/order/reverse/onlyrefund/seller/decide');
    expect(business).toMatchObject({
      reverse_order_item_ids: '[8]',
      image_info_list: '[{"file_name":"a.jpg","file_url":"https://x/a.jpg"}]',
      video_info_list: '[{"cover_url":"c","video_url":"v"}]',
    });
  });

  it('R8.2 does not repeat a decision, though it is a GET', async () => {
    const { client, sent } = lazadaAnswering('<html>', 502);
    const deciding = client.decideReturn(auth, { ...returned, action: 'instantRefund' });
    await expect(deciding).rejects.toMatchObject({ kind: 'ambiguous' });
    expect(sent).toHaveLength(1);
  });

  it('reads the history and the reasons to refuse', async () => {
    const list = [{ operator: 'buyer', picture: ['p.jpg'], time: '1785000000000' }];
    const { client, sent } = lazadaAnswering({ ...done, data: { list } });
    const events = await client.listReverseHistory(auth, { reverseOrderLineId: '8' });
    expect(events).toEqual([{ operator: 'buyer', pictures: ['p.jpg'], at: new Date(1785000000000) }]);
    expect(pooledParams(sent[0])).toMatchObject({ reverse_order_line_id: '8', page_number: '1' });
    const reasons = [{ reason_id: 5, muti_language_text: '', text: 'Used' }];
    const asked = lazadaAnswering({ ...done, data: reasons }).client.listRejectReasons(auth, '8');
    expect(await asked).toEqual([{ reasonId: '5', text: 'Used' }]);
  });
});

describe("what the seller's own delivery reports (lazada.md §11.1)", () => {
  const packages = [{ package_id: 'FP1', item_err_code: '700009', msg: 'operation not support fot nonDBS order!' }];
  const answer = { ...done, result: { success: true, data: { packages } } };

  it.each([
    ['reportDelivered', '/order/package/sof/delivered', 'dbsDeliveryReq'],
    ['reportFailedDelivery', '/order/package/sof/failed_delivery', 'dbsFailedDeliveryReq'],
  ] as const)('%s is answered per package', async (name, path, param) => {
    const { client } = lazadaAnswering(answer);
    expect((await client[name](auth, ['FP1'])).packages).toMatchObject([
      { packageId: 'FP1', ok: false, code: '700009' },
    ]);
    const { method, business, ...rest } = await sentBy((one) => one[name](auth, ['FP1']), answer);
    expect([method, rest.path, business[param]]).toEqual(['POST', path, '{"packages":[{"package_id":"FP1"}]}']);
  });

  it('delivers digital items, item by item', async () => {
    const item = { order_item_id: 2, item_err_code: '0', msg: 'success' };
    const data = { orders: [{ order_id: 1, order_item_list: [item] }] };
    const { client, sent } = lazadaAnswering({ ...done, result: { success: true, data } });
    const { items } = await client.deliverDigital(auth, [{ orderId: '1', orderItemIds: ['2'] }]);
    expect(items).toMatchObject([{ orderId: '1', orderItemId: '2', ok: true }]);
    expect(pooledParams(sent[0]).digitalDeliveryReq).toBe('{"orders":[{"order_id":1,"order_item_list":[2]}]}');
  });

  it.each<[string, unknown, boolean]>([
    ['success beside the code', { success: true }, true],
    ['success in the result', { result: { success: 'true' } }, true],
    ['no word of success', {}, false],
    ['a refusal in camel case', { success: false, errorCode: { displayMessage: 'Unknown carrier' } }, false],
  ])('R8.4 takes a status for reported only with %s', async (_name, body, accepted) => {
    const { client } = lazadaAnswering({ ...done, ...(body as object) });
    const status = { packageId: 'FP1', trackingNumber: 'T', carrierCode: 'C', latestStatus: 'shipped' };
    const outcome = await client.reportStatus(auth, status).then(
      () => true,
      () => false,
    );
    expect(outcome).toBe(accepted);
  });
});

describe('the seller', () => {
  it('R8.1 asks the other path for warehouses where the first is gone', async () => {
    const { client, sent } = lazadaAnswering({ code: 'InvalidApiPath', message: 'x' });
    await expect(client.listWarehouses(auth)).rejects.toMatchObject({ kind: 'rejected', remedy: 'mend_app' });
    expect(sent.map((message) => new URL(message.url).pathname)).toEqual([
      '/rest/seller/warehouse/get',
      '/rest/rc/warehouse/get',
    ]);
  });

  it('asks the account by days without dashes', async () => {
    const { business } = await sentBy(
      (client) => client.queryAccountTransactions(auth, { startDate: '2026-01-01', endDate: '2026-01-31' }),
      { ...done, data: [] },
    );
    expect(business).toEqual({ start_time: '20260101', end_time: '20260131', page_num: '1', page_size: '50' });
  });
});
