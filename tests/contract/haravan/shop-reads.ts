import { expect } from 'vitest';
import { type Operation, trial } from '../operation';
import type { HaravanPlace } from './haravan-place';

const VIETNAMESE_PROVINCES = 30;

/** Reads of the shop, its goods and its stock. */
export const SHOP_READS: Operation<HaravanPlace>[] = [
  {
    method: 'getShop',
    effect: 'read',
    wire: ['GET', '/com/shop\\.json$'],
    open: ({ client, auth }) =>
      trial(
        () => client.getShop(auth),
        (shop) => expect(shop).toMatchObject({ id: auth.orgId, shop: auth.shop, currency: 'VND' }),
      ),
  },
  {
    method: 'listLocations',
    effect: 'read',
    wire: ['GET', '/com/locations\\.json$'],
    open: async ({ client, auth, locationId }) => {
      const id = await locationId();
      return trial(
        () => client.listLocations(auth),
        (locations) => expect(locations.find((location) => location.id === id)).toMatchObject({ isPrimary: true }),
      );
    },
  },
  {
    method: 'listProducts',
    effect: 'read',
    wire: ['GET', '/com/products\\.json$'],
    open: async ({ client, auth, variant }) => {
      const { productId, variantId, price } = await variant();
      return trial(
        () => client.listProducts(auth, { limit: 50 }),
        ({ products, unreadable, rowCount }) => {
          expect(unreadable).toEqual([]);
          expect(rowCount).toBe(products.length);
          const found = products
            .find((product) => product.id === productId)
            ?.variants.find((one) => one.id === variantId);
          expect(found?.price).toBe(price);
        },
      );
    },
  },
  {
    method: 'listPrices',
    effect: 'read',
    wire: ['GET', '/com/products\\.json$'],
    open: async ({ client, auth, variant }) => {
      const { productId, variantId, price } = await variant();
      return trial(
        () => client.listPrices(auth, [productId]),
        ([product, ...others]) => {
          expect([product?.id, others]).toEqual([productId, []]);
          expect(product?.variants).toContainEqual({ id: variantId, price });
        },
      );
    },
  },
  {
    method: 'countProducts',
    effect: 'read',
    wire: ['GET', '/com/products/count\\.json$'],
    open: ({ client, auth }) =>
      trial(
        () => client.countProducts(auth),
        (count) => expect(count).toBeGreaterThan(0),
      ),
  },
  {
    method: 'getProduct',
    effect: 'read',
    wire: ['GET', '/com/products/\\d+\\.json$'],
    open: async ({ client, auth, variant }) => {
      const { productId, variantId } = await variant();
      return trial(
        () => client.getProduct(auth, productId),
        (product) => {
          expect(product.id).toBe(productId);
          expect(product.variants.map((one) => one.id)).toContain(variantId);
        },
      );
    },
  },
  {
    method: 'getVariant',
    effect: 'read',
    wire: ['GET', '/com/variants/\\d+\\.json$'],
    open: async ({ client, auth, variant }) => {
      const { variantId, productId, price } = await variant();
      return trial(
        () => client.getVariant(auth, variantId),
        (read) => expect(read).toMatchObject({ id: variantId, productId, price }),
      );
    },
  },
  {
    method: 'listVariants',
    effect: 'read',
    wire: ['GET', '/com/products/\\d+/variants\\.json$'],
    open: async ({ client, auth, variant }) => {
      const { variantId, productId } = await variant();
      return trial(
        () => client.listVariants(auth, productId),
        (variants) => expect(variants.map((one) => one.id)).toContain(variantId),
      );
    },
  },
  {
    method: 'readStock',
    effect: 'read',
    wire: ['GET', '/com/inventory_locations\\.json$'],
    open: async ({ client, auth, variant, locationId }) => {
      const [{ variantId }, location] = [await variant(), await locationId()];
      return trial(
        () => client.readStock(auth, { locationIds: [location], variantIds: [variantId] }),
        (rows) => {
          expect(rows.every((row) => row.available === row.onHand - row.committed)).toBe(true);
          expect(rows.map((row) => `${row.locationId} ${row.variantId}`)).toEqual([`${location} ${variantId}`]);
        },
      );
    },
  },
  {
    method: 'listAdjustments',
    effect: 'read',
    wire: ['GET', '/com/inventories/adjustments\\.json$'],
    open: async ({ client, auth, locationId }) => {
      const location = await locationId();
      return trial(
        () => client.listAdjustments(auth, { locationId: location }),
        (adjustments) => expect(adjustments.every((one) => one.locationId === location)).toBe(true),
      );
    },
  },
  {
    method: 'listWebhooks',
    effect: 'read',
    wire: ['GET', '/api/subscribe$'],
    open: ({ client, auth }) =>
      trial(
        () => client.listWebhooks(auth),
        (subscriptions) => expect(subscriptions.every((one) => /^\w+\/\w+$/.test(one.event))).toBe(true),
      ),
  },
  {
    method: 'listProvinces',
    effect: 'read',
    wire: ['GET', '/com/countries/241/provinces\\.json$'],
    open: ({ client, auth }) =>
      trial(
        () => client.listProvinces(auth),
        (provinces) => {
          expect(provinces.length).toBeGreaterThan(VIETNAMESE_PROVINCES);
          expect(provinces.find((province) => province.code === 'HC')?.name).toContain('Hồ Chí Minh');
        },
      ),
  },
  {
    method: 'listDistricts',
    effect: 'read',
    wire: ['GET', '/com/provinces/\\d+/districts\\.json$'],
    open: ({ client, auth }) =>
      trial(
        () => client.listDistricts(auth, '50'),
        (districts) => expect(districts.find((district) => district.id === '466')?.name).toBe('Quận 1'),
      ),
  },
  {
    method: 'listWards',
    effect: 'read',
    wire: ['GET', '/com/districts/\\d+/wards\\.json$'],
    open: ({ client, auth }) =>
      trial(
        () => client.listWards(auth, '466'),
        (wards) => expect(wards.find((ward) => ward.id === '26734')?.name).toBe('Phường Tân Định'),
      ),
  },
];
