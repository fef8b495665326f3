import { beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  const own = { price: 50_000, sellable: 9 };
  desk.control.createSku({ sellerId: SELLER, sellerSku: 'TU-GIAO', ownFleet: true, ...own });
  desk.control.createSku({ sellerId: SELLER, sellerSku: 'MA-THE', digital: true, ...own });
});

const buy = (...codes: string[]) =>
  desk.control.placeOrder({ sellerId: SELLER, lines: codes.map((sellerSku) => ({ sellerSku, quantity: 1 })) });
const pack = (orderId: string, ids: string[]) =>
  desk.call('/order/fulfill/pack', {
    packReq: {
      pack_order_list: [{ order_id: orderId, order_item_list: ids }],
      delivery_type: 'dropship',
      shipping_allocate_type: 'TFS',
    },
  });
const codes = (answer: object) =>
  [...JSON.stringify(answer).matchAll(/"item_err_code":"(\d+)"/g)].map(([, code]) => code);
const packages = (path: string, param: string, ...ids: string[]) =>
  codes(desk.call(path, { [param]: { packages: ids.map((package_id) => ({ package_id })) } }));
const parcelOf = (orderId: string) => desk.items(orderId)[0]?.packageId ?? '';
const statuses = (orderId: string) => desk.items(orderId).map((item) => item.status);

function readyParcel(): { orderId: string; parcel: string } {
  const { orderId, orderItemIds } = buy('TU-GIAO');
  pack(orderId, orderItemIds);
  packages('/order/package/rts', 'readyToShipReq', parcelOf(orderId));
  return { orderId, parcel: parcelOf(orderId) };
}

test("the shop's own drivers deliver, or fail and try again", () => {
  const { orderId, parcel } = readyParcel();
  expect(packages('/order/package/sof/failed_delivery', 'dbsFailedDeliveryReq', parcel)).toEqual(['0']);
  expect(statuses(orderId)).toEqual(['failed_delivery']);
  expect(packages('/order/package/sof/delivered', 'dbsDeliveryReq', parcel)).toEqual(['0']);
  expect(statuses(orderId)).toEqual(['delivered']);
  expect(packages('/order/package/sof/delivered', 'dbsDeliveryReq', parcel)).toEqual(['700000']);
  expect(desk.call('/order/items/get', { order_id: orderId })).toMatchObject({
    data: [{ delivery_option_sof: 1, shipping_provider_type: 'seller_own_fleet' }],
  });
});

test('a carrier of its own reports by tracking number', () => {
  const { orderId, parcel } = readyParcel();
  const report = (change: object) => ({
    trackingNumber: 'XE-1',
    source: 'OPENAPI',
    carrierCode: 'SHOP',
    tag: parcel,
    trackInfo: { latestStatus: { status: 'Delivered' } },
    ...change,
  });
  const path = '/order/package/sof/status/update';
  expect(desk.call(path, report({ tag: 'FP1' }))).toMatchObject({ success: false });
  expect(desk.call(path, report({ source: 'ME' }))).toMatchObject({ success: false });
  expect(desk.call(path, report({}))).toMatchObject({ success: true, module: { result: true }, code: '0' });
  expect(desk.items(orderId)).toMatchObject([{ status: 'delivered', trackingCode: 'XE-1' }]);
  expect(desk.call(path, report({}))).toMatchObject({ success: false });
});

test("a carrier's parcel is none of its own, and has no label when it is", () => {
  const { orderId, orderItemIds } = desk.place();
  pack(orderId, orderItemIds);
  const parcel = parcelOf(orderId);
  expect(packages('/order/package/sof/delivered', 'dbsDeliveryReq', parcel, 'FP1')).toEqual(['700009', '600001']);
  const own = readyParcel();
  const label = desk.call('/order/package/document/get', {
    getDocumentReq: { doc_type: 'PDF', packages: [{ package_id: own.parcel }] },
  });
  expect(label).toMatchObject({ result: { success: false, error_code: '700013' } });
});

test('what travels in different ways does not share a package', () => {
  const { orderId, orderItemIds } = buy('AO-DEN-M', 'TU-GIAO', 'MA-THE');
  expect(codes(pack(orderId, orderItemIds))).toEqual(['0', '700029', '700030']);
});

test('digital goods are delivered by the word of the seller', () => {
  const { orderId, orderItemIds } = buy('MA-THE', 'AO-DEN-M');
  const deliver = (id: string, ids: string[]) =>
    codes(
      desk.call('/order/digital/delivered', {
        digitalDeliveryReq: { orders: [{ order_id: id, order_item_list: ids }] },
      }),
    );
  expect(deliver(orderId, [...orderItemIds, '1'])).toEqual(['0', '700020', '700025']);
  expect(statuses(orderId)).toEqual(['delivered', 'pending']);
  expect(deliver(orderId, orderItemIds.slice(0, 1))).toEqual(['700026']);
  expect(deliver('1', ['2'])).toEqual(['700021']);
  expect(desk.control.state(SELLER).sellers[0]?.items.at(-1)?.skus[0]).toMatchObject({ sellable: 8, occupied: 0 });
});
