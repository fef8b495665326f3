import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from '../testing/rig';
import { OTHER_SELLER, SELLER } from '../testing/seed';

let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await startRig();
  token = await rig.token();
});
afterEach(() => rig.close());

type Packed = { result: { data: { pack_order_list: { order_item_list: { package_id: string }[] }[] } } };
const control = () => rig.sandbox.control;
const place = (quantity = 2) =>
  control().placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }] });
const pack = (list: { order_id: number | string; order_item_list: (number | string)[] }[], more: object = {}) => {
  const request = { pack_order_list: list, delivery_type: 'dropship', shipping_allocate_type: 'TFS', ...more };
  return rig.call('/order/fulfill/pack', { packReq: JSON.stringify(request) }, token);
};
const packOne = async (orderId: string, itemIds: string[]) => {
  const answer = (await pack([
    { order_id: Number(orderId), order_item_list: itemIds.map(Number) },
  ])) as unknown as Packed;
  return answer.result.data.pack_order_list[0]?.order_item_list[0]?.package_id ?? '';
};
const onPackages = (path: string, param: string, ids: string[]) =>
  rig.call(path, { [param]: JSON.stringify({ packages: ids.map((package_id) => ({ package_id })) }) }, token);
const rts = (...ids: string[]) => onPackages('/order/package/rts', 'readyToShipReq', ids);
const repack = (...ids: string[]) => onPackages('/order/package/repack', 'rePackReq', ids);
const items = () => control().state(SELLER).sellers[0]?.orders[0]?.items ?? [];
const elements = (answer: object) => answer as { result: { data: { packages: { item_err_code: string }[] } } };

test('shipment providers: nothing to choose', async () => {
  const { orderId, orderItemIds } = place();
  const ask = (id: string) =>
    rig.call(
      '/order/shipment/providers/get',
      { getShipmentProvidersReq: JSON.stringify({ orders: [{ order_id: id, order_item_ids: orderItemIds }] }) },
      token,
    );
  expect(await ask(orderId)).toMatchObject({
    code: '0',
    result: { success: true, data: { platform_default: 1, shipping_allocate_type: 'TFS' } },
  });
  expect(await ask('1')).toMatchObject({ code: '0', result: { success: false, error_code: '700021' } });
});

describe('pack', () => {
  test('one element makes one package, each item with its verdict', async () => {
    const { orderId, orderItemIds } = place();
    expect(await pack([{ order_id: orderId, order_item_list: orderItemIds }])).toMatchObject({
      code: '0',
      result: {
        success: true,
        data: {
          pack_order_list: [
            {
              order_id: Number(orderId),
              order_item_list: orderItemIds.map((id) => ({
                order_item_id: Number(id),
                msg: 'success',
                item_err_code: '0',
                tracking_number: expect.stringMatching(/^LEXDO/),
                shipment_provider: 'LEX VN',
                package_id: expect.stringMatching(/^FP\d{15}$/),
                retry: false,
              })),
            },
          ],
        },
      },
    });
    expect(new Set(items().map((item) => item.packageId)).size).toBe(1);
    expect(items().map((item) => item.status)).toEqual(['packed', 'packed']);
  });

  test('two elements make two packages; items left out stay pending', async () => {
    const { orderId, orderItemIds } = place(3);
    const [a, b] = orderItemIds as [string, string];
    await pack([
      { order_id: orderId, order_item_list: [a] },
      { order_id: orderId, order_item_list: [b] },
    ]);
    expect(items().map((item) => item.status)).toEqual(['packed', 'packed', 'pending']);
    expect(new Set(items().map((item) => item.packageId)).size).toBe(3);
  });

  test('items that cannot be packed say why; the others are packed', async () => {
    const { orderId, orderItemIds } = place();
    const [a, b] = orderItemIds as [string, string];
    await packOne(orderId, [a]);
    const answer = await pack([
      { order_id: orderId, order_item_list: [a, b, 999] },
      { order_id: 1, order_item_list: [2] },
    ]);
    const codes = (
      answer as unknown as { result: { data: { pack_order_list: { order_item_list: { item_err_code: string }[] }[] } } }
    ).result.data.pack_order_list.map((element) => element.order_item_list.map((item) => item.item_err_code));
    expect(codes).toEqual([['700026', '0', '700025'], ['700021']]);
    expect(items().map((item) => item.status)).toEqual(['packed', 'packed']);
  });

  test('items fulfilled by Lazada are not packed by the seller', async () => {
    control().createSku({ sellerId: SELLER, sellerSku: 'FBL', price: 1_000, sellable: 1, fulfilledByLazada: true });
    const { orderId, orderItemIds } = control().placeOrder({
      sellerId: SELLER,
      lines: [{ sellerSku: 'FBL', quantity: 1 }],
    });
    const answer = await pack([{ order_id: orderId, order_item_list: orderItemIds }]);
    expect(answer).toMatchObject({
      result: { data: { pack_order_list: [{ order_item_list: [{ item_err_code: '700027' }] }] } },
    });
  });

  test.each([
    [{ delivery_type: 'pickup' }, '700004'],
    [{ shipping_allocate_type: 'NTFS' }, '700016'],
    [{ pack_order_list: [] }, '700017'],
    [{ pack_order_list: Array(21).fill({ order_id: 1, order_item_list: [1] }) }, '700022'],
    [{ pack_order_list: 'all' }, '700004'],
  ])('%o is refused as a whole', async (change, error_code) => {
    expect(await pack([{ order_id: 1, order_item_list: [1] }], change)).toMatchObject({
      code: '0',
      result: { success: false, error_code },
    });
  });
});

describe('ready to ship and repack', () => {
  test('rts goes through once; then, and for strangers, the element says why not', async () => {
    const { orderId, orderItemIds } = place();
    const packageId = await packOne(orderId, orderItemIds);
    expect(await rts(packageId)).toMatchObject({
      result: { success: true, data: { packages: [{ package_id: packageId, item_err_code: '0', retry: false }] } },
    });
    expect(items().map((item) => item.status)).toEqual(['ready_to_ship', 'ready_to_ship']);
    const codes = elements(await rts(packageId, 'FP1')).result.data.packages.map((element) => element.item_err_code);
    expect(codes).toEqual(['700000', '600001']);
  });

  test("another shop's package is not found", async () => {
    const { orderId, orderItemIds } = place();
    const packageId = await packOne(orderId, orderItemIds);
    token = await rig.token(OTHER_SELLER);
    expect(elements(await rts(packageId)).result.data.packages[0]?.item_err_code).toBe('600001');
  });

  test('repack dissolves the package, and its items can be packed again', async () => {
    const { orderId, orderItemIds } = place();
    const first = await packOne(orderId, orderItemIds);
    await repack(first);
    expect(items()).toMatchObject([{ status: 'repacked', packageId: '', trackingCode: '' }, { status: 'repacked' }]);
    expect(elements(await rts(first)).result.data.packages[0]?.item_err_code).toBe('600001');
    expect(await packOne(orderId, orderItemIds)).not.toBe(first);
  });

  test('a cancelled package', async () => {
    const { orderId, orderItemIds } = place();
    const packageId = await packOne(orderId, orderItemIds);
    control().advanceOrder({ sellerId: SELLER, orderId, to: 'canceled' });
    expect(elements(await rts(packageId)).result.data.packages[0]?.item_err_code).toBe('600002');
  });
});

describe('labels', () => {
  type Label = {
    result: { success: boolean; error_code?: string; data: { file: string; doc_type: string; pdf_url: string } };
  };
  const print = async (ids: string[], doc_type = 'PDF') => {
    const getDocumentReq = JSON.stringify({ doc_type, packages: ids.map((package_id) => ({ package_id })) });
    return (await rig.call('/order/package/document/get', { getDocumentReq }, token)) as unknown as Label;
  };
  const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8');

  test('a PDF behind a link and in a frame, all parcels in one', async () => {
    const [a, b] = [place(1), place(1)];
    const ids = [await packOne(a.orderId, a.orderItemIds), await packOne(b.orderId, b.orderItemIds)];
    const { data } = (await print(ids)).result;
    expect(decode(data.file)).toBe(`<iframe src="${data.pdf_url}" width="100%" height="100%"></iframe>`);
    const pdf = await fetch(data.pdf_url);
    const text = await pdf.text();
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(text).toMatch(/^%PDF-1\.4[\s\S]*\/Count 2[\s\S]*%%EOF\n$/);
    for (const id of ids) expect(text).toContain(id);
  });

  test('empty until labelDelayMs after packing', async () => {
    control().setModes({ labelDelayMs: 20_000 });
    const { orderId, orderItemIds } = place(1);
    const packageId = await packOne(orderId, orderItemIds);
    expect((await print([packageId])).result).toMatchObject({ success: true, data: { file: '', pdf_url: '' } });
    rig.clock.advance(20_000);
    expect((await print([packageId])).result.data.pdf_url).toMatch(/\.pdf$/);
  });

  test('the link dies after ten minutes', async () => {
    const { orderId, orderItemIds } = place(1);
    const { pdf_url } = (await print([await packOne(orderId, orderItemIds)])).result.data;
    rig.clock.advance(600_000);
    expect((await fetch(pdf_url)).status).toBe(403);
    expect((await fetch(pdf_url.replace(/labels\/\w+/, 'labels/none'))).status).toBe(404);
  });

  test('HTML mode carries the page itself', async () => {
    const { orderId, orderItemIds } = place(1);
    const packageId = await packOne(orderId, orderItemIds);
    expect(decode((await print([packageId], 'HTML')).result.data.file)).toContain(packageId);
  });

  test('no label for unknown and cancelled packages', async () => {
    const { orderId, orderItemIds } = place(1);
    const packageId = await packOne(orderId, orderItemIds);
    control().advanceOrder({ sellerId: SELLER, orderId, to: 'canceled' });
    expect((await print([packageId])).result.error_code).toBe('700040');
    expect((await print(['FP1'])).result.error_code).toBe('600001');
  });
});
