import { beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const ids = (list: readonly string[]) => `[${list.join(', ')}]`;
const pack = (list: readonly string[], more: object = {}) =>
  desk.call('/order/pack', {
    shipping_provider: 'LEX VN',
    delivery_type: 'dropship',
    order_item_ids: ids(list),
    ...more,
  });
const rts = (list: readonly string[]) =>
  desk.call('/order/rts', { delivery_type: 'dropship', order_item_ids: ids(list), shipment_provider: 'LEX VN' });
const print = (list: readonly string[], doc_type = 'shippingLabel') =>
  desk.call('/order/document/get', { doc_type, order_item_ids: list.length === 0 ? '' : ids(list) });

test('providers, as numbers', () => {
  expect(desk.call('/shipment/providers/get')).toMatchObject({
    data: { shipment_providers: [{ name: 'LEX VN', cod: 1, is_default: 1, api_integration: 1 }] },
  });
});

test('pack, print, ready to ship', () => {
  const { orderId, orderItemIds } = desk.place(2);
  expect(print(orderItemIds)).toMatchObject({ code: '34' });
  expect(pack(orderItemIds)).toMatchObject({
    code: '0',
    data: { order_items: [{ order_item_id: Number(orderItemIds[0]), package_id: expect.any(String) }, {}] },
  });
  const printed = print(orderItemIds) as unknown as { data: { document: { file: string; mime_type: string } } };
  expect(printed.data.document.mime_type).toBe('text/html');
  expect(Buffer.from(printed.data.document.file, 'base64').toString()).toContain(orderId);
  expect(rts(orderItemIds.slice(0, 1))).toMatchObject({
    code: '0',
    data: { order_items: [{ purchase_order_id: '' }] },
  });
  expect(desk.items(orderId).map((item) => item.status)).toEqual(['ready_to_ship', 'ready_to_ship']);
});

test('refusals in the words of then', () => {
  const { orderItemIds } = desk.place();
  expect(pack(orderItemIds, { shipping_provider: '' })).toMatchObject({
    code: '6',
    type: 'ISP',
    message: 'E006: [3pl not supported, or 3pl is blank!]',
  });
  expect(pack(['1'])).toMatchObject({ code: '20', message: 'E020: "1" Invalid Order Item ID' });
  expect(rts(orderItemIds)).toMatchObject({ code: '20', type: 'ISV' });
  expect(print(orderItemIds, 'stickers').code).toBe('21');
  expect(print([])).toMatchObject({ code: '6', message: 'E006: For input string: ""' });
  pack(orderItemIds);
  expect(pack(orderItemIds).code).toBe('20');
});

test('labels come later when they do, and own drivers have none', () => {
  desk.control.setModes({ labelDelayMs: 30_000 });
  const { orderItemIds } = desk.place();
  pack(orderItemIds);
  expect(print(orderItemIds)).toMatchObject({ data: { document: { file: '' } } });
  desk.clock.advance(30_000);
  expect(print(orderItemIds)).toMatchObject({ data: { document: { file: expect.stringMatching(/.+/) } } });
  desk.control.createSku({ sellerId: SELLER, sellerSku: 'TU-GIAO', price: 1_000, sellable: 1, ownFleet: true });
  const own = desk.control.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'TU-GIAO', quantity: 1 }] });
  expect([print(own.orderItemIds).code, rts(own.orderItemIds).code]).toEqual(['50008', '50008']);
});

test('an item is cancelled with a reason from the list', () => {
  const { orderId, orderItemIds } = desk.place();
  const reasons = desk.call('/order/failure_reason/get').data as { reason_id: number; reason_name: string }[];
  const cancel = (order_item_id: string, reason_id: unknown) =>
    desk.call('/order/cancel', { order_item_id, reason_id });
  expect(cancel('1', reasons[0]?.reason_id)).toMatchObject({ code: '20', type: 'ISP' });
  expect(cancel(orderItemIds[0] ?? '', 7).code).toBe('23');
  expect(cancel(orderItemIds[0] ?? '', reasons[0]?.reason_id)).toMatchObject({ success: true, code: '0' });
  expect(desk.items(orderId)).toMatchObject([{ status: 'canceled', reason: 'Sourcing Delay' }]);
  expect(cancel(orderItemIds[0] ?? '', reasons[0]?.reason_id).code).toBe('20');
});
