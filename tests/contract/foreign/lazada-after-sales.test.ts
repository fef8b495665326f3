import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '@/sandbox/main';
import { LAZADA } from '../contract-seed';
import { createMakers, readBooks } from '../lazada/lazada-shop';
import { APP, authorizedCode, startStage } from '../stage';
import { type ForeignLazada, openForeign, PACKAGE_NAMES } from './lazada-packages';

const { sellerId } = LAZADA;
const DAY_MS = 86_400_000;

let sandbox: Sandbox;
let makers: ReturnType<typeof createMakers>;
let books: ReturnType<typeof readBooks>;
beforeAll(async () => {
  sandbox = await startStage();
  makers = createMakers(sandbox.lazada);
  books = readBooks(sandbox.lazada);
});
afterAll(() => sandbox.close());

const dig = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

describe.each(PACKAGE_NAMES)('npm %s', (name) => {
  let client: ForeignLazada;
  let token: string;

  beforeAll(async () => {
    const app = { url: sandbox.urls.lazada, appKey: APP.lazadaAppKey, appSecret: APP.lazadaAppSecret };
    client = openForeign(name, app);
    token = String((await client.post('/auth/token/create', { code: await authorizedCode(sandbox) })).access_token);
  });

  describe('the methods of its own time', () => {
    test('carriers, pack, label, ready to ship', async () => {
      const carriers = await client.named('getShipmentProviders', {}, 'GET', token);
      const shipping_provider = String(dig(carriers, 'data', 'shipment_providers', 0, 'name'));
      const { orderId, orderItemIds } = makers.pending();
      const ofItems = { order_item_ids: `[${orderItemIds.join(',')}]`, delivery_type: 'dropship' };
      const packing = { ...ofItems, shipping_provider };
      const packed = await client.named('setStatusToPackedByMarketplace', packing, 'POST', token);
      const tracking_number = String(dig(packed, 'data', 'order_items', 0, 'tracking_number'));
      expect(books.statuses(orderId)).toEqual(['packed']);
      const document = { doc_type: 'shippingLabel', order_item_ids: ofItems.order_item_ids };
      const label = await client.named('getDocument', document, 'GET', token);
      expect(dig(label, 'data', 'document', 'mime_type')).toBe('text/html');
      const handing = { ...ofItems, shipment_provider: shipping_provider, tracking_number };
      await client.named('setStatusToReadyToShip', handing, 'POST', token);
      expect(books.statuses(orderId)).toEqual(['ready_to_ship']);
    });

    test('an invoice number, and a cancel for a reason', async () => {
      const { orderId, orderItemIds } = makers.packed();
      const order_item_id = Number(orderItemIds[0]);
      const set = await client.named('setInvoiceNumber', { order_item_id, invoice_number: 'HD-1' }, 'POST', token);
      expect(dig(set, 'data', 'invoice_number')).toBe('HD-1');
      const reasons = await client.named('getFailureReasons', {}, 'GET', token);
      const reason_id = Number(dig(reasons, 'data', 0, 'reason_id'));
      await client.named('setStatusToCanceled', { order_item_id, reason_id }, 'POST', token);
      expect(books.statuses(orderId)).toEqual(['canceled']);
      const again = client.named('setStatusToCanceled', { order_item_id: 1, reason_id }, 'POST', token);
      await expect(again).rejects.toMatchObject({ code: '20' });
    });
  });

  test('logistics: the trace of a parcel, and none before it is handed over', async () => {
    const traced = await client.get('/logistic/order/trace', { order_id: makers.ready().orderId }, token);
    expect(
      dig(traced, 'result', 'module', 0, 'package_detail_info_list', 0, 'logistic_detail_info_list'),
    ).not.toHaveLength(0);
    const early = client.get('/logistic/order/trace', { order_id: makers.pending().orderId }, token);
    expect(dig(await early.catch((refusal: unknown) => refusal), 'result', 'success')).not.toBe(true);
  });

  describe('returns', () => {
    test('listed, read, with their history and the reasons to refuse', async () => {
      const { orderId, reverseOrderId, reverseOrderLineIds } = makers.returnAsked();
      const query = { page_no: '1', page_size: '10', trade_order_id: orderId };
      const listed = await client.get('/reverse/getreverseordersforseller', query, token);
      expect(String(dig(listed, 'result', 'items', 0, 'reverse_order_id'))).toBe(reverseOrderId);
      const read = await client.get('/order/reverse/return/detail/list', { reverse_order_id: reverseOrderId }, token);
      expect(dig(read, 'data', 'reverseOrderLineDTOList')).toHaveLength(1);
      const ofLine = { reverse_order_line_id: reverseOrderLineIds[0] ?? '' };
      const paging = { ...ofLine, page_size: '10', page_number: '1' };
      const history = await client.get('/order/reverse/return/history/list', paging, token);
      expect(dig(history, 'data', 'list')).not.toHaveLength(0);
      const reasons = await client.get('/order/reverse/reason/list', ofLine, token);
      expect(dig(reasons, 'data')).not.toHaveLength(0);
      const unknown = client.get('/order/reverse/return/detail/list', { reverse_order_id: '1' }, token);
      await expect(unknown).rejects.toMatchObject({ code: '106' });
    });

    test('agreed to; a refusal without its reason is refused', async () => {
      const { reverseOrderId, reverseOrderLineIds } = makers.returnAsked();
      const which = { reverse_order_id: reverseOrderId, reverse_order_item_ids: `[${reverseOrderLineIds[0]}]` };
      const decide = (action: string) => client.get('/order/reverse/return/update', { ...which, action }, token);
      await expect(decide('refuseReturn')).rejects.toMatchObject({ code: expect.stringMatching(/^1\d\d$/) });
      expect(books.returnStates(reverseOrderId)).toEqual(['initiated']);
      await decide('agreeReturn');
      expect(books.returnStates(reverseOrderId)).toEqual(['agreed']);
    });

    test('money alone', async () => {
      const { reverseOrderId, reverseOrderLineIds } = makers.returnAsked('ONLY_REFUND');
      const which = { reverse_order_id: reverseOrderId, reverse_order_item_ids: `[${reverseOrderLineIds[0]}]` };
      await client.get('/order/reverse/onlyrefund/seller/decide', { ...which, action: 'agreeRefund' }, token);
      expect(books.returnStates(reverseOrderId)).not.toEqual(['initiated']);
    });
  });

  test('finance: the lines of an order, its statement, the account', async () => {
    const { orderId } = makers.ready();
    for (const to of ['shipped', 'delivered'] as const) sandbox.lazada.control.advanceOrder({ sellerId, orderId, to });
    sandbox.lazada.control.ageOrder({ sellerId, orderId, byMs: 20 * DAY_MS });
    const now = sandbox.clock.now();
    const range = { start_time: day(now - 30 * DAY_MS), end_time: day(now) };
    const details = { ...range, trans_type: '-1', trade_order_id: orderId, limit: '500', offset: '0' };
    const rows = await client.get('/finance/transaction/details/get', details, token);
    expect(String(dig(rows, 'data', 0, 'order_no'))).toBe(orderId);
    const statements = await client.get('/finance/payout/status/get', { created_after: day(now - 60 * DAY_MS) }, token);
    expect(dig(statements, 'data')).not.toHaveLength(0);
    const compact = Object.fromEntries(Object.entries(range).map(([key, value]) => [key, value.replaceAll('-', '')]));
    const account = { ...compact, page_num: '1', page_size: '10' };
    const queried = await client.post('/finance/transaction/accountTransactions/query', account, token);
    expect(dig(queried, 'success')).toBe(true);
    const tooLong = client.get(
      '/finance/transaction/details/get',
      { ...details, start_time: day(now - 200 * DAY_MS) },
      token,
    );
    await expect(tooLong).rejects.toMatchObject({ code: '1000012' });
  });
});
