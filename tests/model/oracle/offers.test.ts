import { expect, test } from 'vitest';
import { createPlatforms } from '../engine/platforms';
import { locationsOf, TENANTS } from '../engine/world-seed';
import { type Books, createOrderIndex, createUnitIndex, orgOf, type Shop, sellerOf } from './books';
import { createLag } from './lag';
import { createOffers } from './offers';

const TURN = 1;

/** The first shop of the first merchant and its main warehouse, the first two variants that may run out, and their SKUs. */
function scene() {
  const platforms = createPlatforms(1, async () => null);
  const [{ orgId, sellers, prefix }] = TENANTS;
  const [location = 0] = locationsOf(prefix);
  const policy = { sharePercent: 100, safetyStock: 0, bound: null };
  const settings = { price: true, quantity: true, stockLocations: [location], ...policy };
  const shop: Shop = { sellerId: sellers[0], orgId, connected: true, grants: [], settings };
  const books: Books = {
    haravan: () => platforms.haravan.store,
    lazada: () => platforms.lazada.store(),
    shops: [shop],
  };
  const orders = createOrderIndex(books);
  const now = () => platforms.clock.now();
  const truth = { books, orders, units: createUnitIndex(books, orders), now };
  const offers = createOffers(truth, createLag(now), now);
  const skus = [...sellerOf(books, shop.sellerId).skus.values()];
  const pairs = [...orgOf(books, orgId).variants.values()].flatMap((variant) => {
    const sku = skus.find(({ sellerSku }) => sellerSku === variant.barcode);
    return sku && variant.tracked && variant.policy === 'deny' ? [{ variant, sku }] : [];
  });
  const [one, other] = pairs;
  if (!one || !other) throw new Error('the world has too little in it');
  const setLeft = (onHand: number) => {
    platforms.haravan.control.setStock({ orgId, locationId: location, variantId: one.variant.id, onHand });
    offers.changed(orgId);
  };
  return { offers, shop, one, other, setLeft };
}

test('R3.5 a batch is read by several calls: the window of the first is not closed by the second', () => {
  const { offers, shop, one, other, setLeft } = scene();
  setLeft(9);
  offers.open(TURN, shop, [one.variant.id], 0);
  offers.open(TURN, shop, [other.variant.id], 0);
  const windows = offers.ofFigure(TURN, shop, one.sku);
  setLeft(4);
  expect(offers.judge(windows, shop, one.sku)).toMatchObject({ allowed: 9, present: 4 });
  expect(offers.judge([], shop, one.sku)).toMatchObject({ allowed: 4, present: 4 });
});

test('R3.5 a figure is judged by the reading that it was computed from, also when a later batch was read meanwhile', () => {
  const { offers, shop, one, setLeft } = scene();
  setLeft(9);
  offers.open(TURN, shop, [one.variant.id], 0);
  const early = offers.ofFigure(TURN, shop, one.sku);
  setLeft(4);
  offers.open(TURN, shop, [one.variant.id], 0);
  const later = offers.ofFigure(TURN, shop, one.sku);
  expect(offers.judge(early, shop, one.sku).allowed).toBe(9);
  expect(offers.judge(later, shop, one.sku).allowed).toBe(4);
});
