import { expect, test } from 'vitest';
import { ITEM_A, ITEM_B, itemRecord, ORDER_ID, orderRecord } from '@/tests/builders/orders';
import { toHaravanDraft } from './haravan-draft';

const shop = { sellerId: '200012345678', shopName: 'Áo Đẹp Shop', orderLocationId: null };
const detail = orderRecord().detail;

test('R4.1 one line of quantity 1 per item, named by its Lazada id', () => {
  const items = [itemRecord(), itemRecord({ orderItemId: ITEM_B, variantId: null, variation: 'Đỏ', sellerSku: 'X,1' })];
  expect(toHaravanDraft(shop, orderRecord({ items }), null).lineItems).toEqual([
    {
      variantId: '1',
      quantity: 1,
      price: 150_000,
      properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: ITEM_A }],
    },
    {
      ...{ title: 'Áo thun - Đỏ', sku: 'X,1', quantity: 1, price: 150_000 },
      properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: ITEM_B }],
    },
  ]);
});

test('R4.1 vouchers are one discount; what they cover beyond the goods comes off the shipping', () => {
  const draft = toHaravanDraft(
    shop,
    orderRecord({ detail: { ...detail, voucher: 160_000, shippingFee: 30_000 } }),
    null,
  );
  expect(draft.discountCodes).toEqual([{ code: 'Voucher Lazada', amount: 150_000 }]);
  expect(draft.shippingLines).toEqual([{ code: 'lazada', title: 'Lazada', price: 20_000 }]);
});

test('R4.4 a warehouse is named only when one was chosen', () => {
  expect(toHaravanDraft(shop, orderRecord(), null)).not.toHaveProperty('locationId');
  expect(toHaravanDraft({ ...shop, orderLocationId: '62' }, orderRecord(), null).locationId).toBe('62');
});

test('R4.1 channel, shop and payment as Haravan writes them', () => {
  const cod = toHaravanDraft(shop, orderRecord(), '5');
  expect(cod).toMatchObject({
    name: ORDER_ID,
    source: 'lazada',
    sourceName: 'lazada',
    isCodGateway: true,
    customerId: '5',
  });
  expect(cod).not.toHaveProperty('gateway');
  expect(toHaravanDraft(shop, orderRecord({ paymentMethod: 'MOMO_WALLET' }), null)).toMatchObject({
    isCodGateway: false,
    gateway: 'MOMO_WALLET',
  });
});

test('R4.3 a masked buyer stays masked in the address; the ward is left out', () => {
  const buyer = { firstName: 'N***h', lastName: '', phone: '84******59' };
  const { shippingAddress } = toHaravanDraft(shop, orderRecord({ detail: { ...detail, buyer } }), null);
  expect(shippingAddress).toMatchObject({ firstName: 'N***h', phone: '84******59', province: 'Hồ Chí Minh' });
  expect(shippingAddress).not.toHaveProperty('ward');
});

test('tags name each carrier once, without commas, within 40 characters', () => {
  const shipmentProvider = 'Pickup: J&T VN, Delivery: LEX VN, and then some';
  const items = [itemRecord({ shipmentProvider }), itemRecord({ orderItemId: ITEM_B, shipmentProvider })];
  expect(toHaravanDraft(shop, orderRecord({ items }), null).tags).toEqual(['Pickup: J&T VN  Delivery: LEX VN  and th']);
});
