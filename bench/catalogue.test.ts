import { expect, test } from 'vitest';
import { buildShops, expectedFigures } from './catalogue';

const shops = buildShops({ shops: 2, skusPerShop: 10 });

test('every code is on both sides once, and no shop knows a code of another', () => {
  for (const shop of shops) {
    const listed = shop.seller.items.flatMap((item) => item.skus.map((sku) => sku.sellerSku));
    expect(listed).toEqual(expectedFigures(shop).map((figures) => figures.sellerSku));
    expect(new Set(listed).size).toBe(10);
  }
  const codes = shops.flatMap((shop) => expectedFigures(shop).map((figures) => figures.sellerSku));
  expect(new Set(codes).size).toBe(20);
});

test('every figure differs at first, so that all must be sent', () => {
  for (const shop of shops) {
    const listed = new Map(shop.seller.items.flatMap((item) => item.skus.map((sku) => [sku.sellerSku, sku])));
    for (const { sellerSku, price, quantity } of expectedFigures(shop)) {
      const sku = listed.get(sellerSku);
      expect(sku?.price).not.toBe(price);
      expect(sku?.sellable).not.toBe(quantity);
    }
  }
});
