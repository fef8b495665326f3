import { expect, it } from 'vitest';
import type { KnownListing, ListingRecord } from '../ports/catalog';
import { compareListings } from './compare-listings';

const READ = new Date(1_000);
const BEFORE = new Date(999);
const record = (given: Partial<ListingRecord> = {}): ListingRecord => ({
  itemId: 'i',
  skuId: 's',
  sellerSku: 'A',
  code: 'A',
  name: '',
  status: 'active',
  price: 100,
  sellable: 5,
  locked: 0,
  warehouses: 1,
  url: null,
  ...given,
});
const known = (given: Partial<KnownListing> = {}): KnownListing => ({
  itemId: 'i',
  skuId: 's',
  code: 'A',
  sellerSku: 'A',
  status: 'active',
  warehouses: 1,
  gone: false,
  variantId: 'v',
  believedPrice: { value: 100, at: BEFORE },
  believedQuantity: { value: 5, at: BEFORE },
  ...given,
});
const NOTHING = { goneSkuIds: [], codes: [], drift: [], quantityOf: [] };
const seen = { variantId: 'v', sellerSku: 'A', believedAt: BEFORE };
const price = { ...seen, figure: 'price', believed: 100, found: 90 };
const quantity = { ...seen, figure: 'quantity', believed: 5, found: 4 };

it.each([
  ['nothing', {}, {}, NOTHING],
  ['a new name', {}, { sellerSku: 'B', code: 'B' }, { ...NOTHING, codes: ['A', 'B'] }],
  ['an end', {}, { status: 'deleted' }, { ...NOTHING, codes: ['A'] }],
  ['a return', { gone: true }, {}, { ...NOTHING, codes: ['A'] }],
  ['a pause', {}, { status: 'inactive' }, NOTHING],
  ['another price', {}, { price: 90 }, { ...NOTHING, drift: [price] }],
  ['another quantity', {}, { sellable: 4 }, { ...NOTHING, drift: [quantity] }],
  ['a move into a warehouse of Lazada', {}, { warehouses: 0 }, { ...NOTHING, quantityOf: ['v'] }],
  ['figures of a SKU that is not linked', { variantId: null }, { price: 90, sellable: 4 }, NOTHING],
  ['figures that we did not know', { believedQuantity: { value: null, at: BEFORE } }, { sellable: 4 }, NOTHING],
  ['a figure that we wrote while it was read', { believedQuantity: { value: 9, at: READ } }, {}, NOTHING],
] as const)('R2.6 R10.7 %s', (_what, was, is, expected) => {
  expect(compareListings([known(was)], [record(is)], [], READ)).toEqual(expected);
});

it('R2.6 SKUs that are missing are gone, once', () => {
  const gone = { ...NOTHING, goneSkuIds: ['s'], codes: ['A'] };
  expect(compareListings([known()], [], [known()], READ)).toEqual(gone);
  expect(compareListings([], [], [known({ gone: true })], READ)).toEqual(NOTHING);
  expect(compareListings([], [record()], [], READ)).toEqual({ ...NOTHING, codes: ['A'] });
});
