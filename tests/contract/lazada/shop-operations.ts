import { expect } from 'vitest';
import { type Operation, trial } from '../operation';
import { LAZADA } from '../contract-seed';
import type { LazadaPlace, LazadaStage } from './lazada-place';

const day = (date: Date): string => new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const daysBefore = (date: Date, days: number): Date => new Date(date.getTime() - days * 86_400_000);

/** Reads of the shop, its products and its money; they need nothing made for them. */
export const SHOP_READS: Operation<LazadaPlace>[] = [
  {
    method: 'getSeller',
    effect: 'read',
    wire: ['GET', '/seller/get$'],
    open: ({ client, auth }) =>
      trial(
        () => client.getSeller(auth),
        (seller) => expect(seller).toMatchObject({ sellerId: auth.sellerId, status: 'ACTIVE', isCrossBorder: false }),
      ),
  },
  {
    method: 'listWarehouses',
    effect: 'read',
    wire: ['GET', '/(seller|rc)/warehouse/get$'],
    open: ({ client, auth }) =>
      trial(
        () => client.listWarehouses(auth),
        (warehouses) => expect(warehouses.some((warehouse) => warehouse.isDefault)).toBe(true),
      ),
  },
  {
    method: 'listProducts',
    effect: 'read',
    wire: ['GET', '/products/get$'],
    open: async ({ client, auth, sku }) => {
      const { itemId, skuId, price, sellable } = await sku();
      return trial(
        () => client.listProducts(auth, { filter: 'all', limit: 50 }),
        ({ items, totalItems, unreadable }) => {
          expect(unreadable).toEqual([]);
          expect(totalItems).toBeGreaterThanOrEqual(items.length);
          const found = items.find((item) => item.itemId === itemId)?.skus.find((one) => one.skuId === skuId);
          expect(found).toMatchObject({ price, sellable });
        },
      );
    },
  },
  {
    method: 'getProduct',
    effect: 'read',
    wire: ['GET', '/product/item/get$'],
    open: async ({ client, auth, sku }) => {
      const { itemId, skuId, sellerSku } = await sku();
      return trial(
        () => client.getProduct(auth, itemId),
        (item) => {
          expect(item.itemId).toBe(itemId);
          expect(item.skus.find((one) => one.skuId === skuId)?.sellerSku).toBe(sellerSku);
        },
      );
    },
  },
  {
    method: 'listTransactions',
    effect: 'read',
    wire: ['GET', '/finance/transaction/details/get$'],
    open: ({ client, auth, now }) =>
      trial(
        () => client.listTransactions(auth, { startDate: day(daysBefore(now(), 7)), endDate: day(now()) }),
        ({ transactions, unreadable }) => {
          expect(unreadable).toEqual([]);
          expect(transactions.every((row) => Number.isFinite(row.amount))).toBe(true);
        },
      ),
  },
  {
    method: 'listPayouts',
    effect: 'read',
    wire: ['GET', '/finance/payout/status/get$'],
    open: ({ client, auth, now }) =>
      trial(
        () => client.listPayouts(auth, day(daysBefore(now(), 30))),
        ({ payouts, unreadable }) => {
          expect(unreadable).toEqual([]);
          expect(payouts.every((row) => row.statementNumber !== '' && Number.isFinite(row.payout))).toBe(true);
        },
      ),
  },
  {
    method: 'queryAccountTransactions',
    effect: 'read',
    wire: ['POST', '/finance/transaction/accountTransactions/query$'],
    open: ({ client, auth, now }) =>
      trial(
        () => client.queryAccountTransactions(auth, { startDate: day(daysBefore(now(), 7)), endDate: day(now()) }),
        (answer) => expect(answer).toBeTypeOf('object'),
      ),
  },
];

type Figure = 'price' | 'sellable';

/** Writes `figure` to the SKU; it has happened when the books show it. */
function skuWrite(
  method: 'updatePrices' | 'updateSellable' | 'adjustSellable',
  path: string,
  figure: Figure,
): Operation<LazadaStage> {
  return {
    method,
    effect: 'once',
    wire: ['POST', `${path}$`],
    // Stock is another matter: a sale may come between reading and writing.
    harmless: method === 'updatePrices',
    open: ({ client, auth, figures }) => {
      const { itemId, redId: skuId } = LAZADA;
      const before = figures(skuId)[figure];
      const key = { itemId, skuId, sellerSku: 'ÁO-ĐỎ & XANH+M' };
      const calls = {
        updatePrices: () => client.updatePrices(auth, [{ ...key, price: before + 1_000 }]),
        updateSellable: () => client.updateSellable(auth, [{ ...key, quantity: before + 1 }]),
        adjustSellable: () => client.adjustSellable(auth, [{ ...key, quantity: 1 }]),
      };
      return trial(
        calls[method],
        (result) => expect(result).toEqual({ failures: [] }),
        () => figures(skuId)[figure] === before + (figure === 'price' ? 1_000 : 1),
      );
    },
  };
}

export const SKU_WRITES: Operation<LazadaStage>[] = [
  skuWrite('updatePrices', '/product/price_quantity/update', 'price'),
  skuWrite('updateSellable', '/product/stock/sellable/update', 'sellable'),
  skuWrite('adjustSellable', '/product/stock/sellable/adjust', 'sellable'),
];

export const TOKEN_WRITES: Operation<LazadaStage>[] = [
  {
    method: 'createToken',
    effect: 'once',
    wire: ['POST', '/auth/token/create$'],
    open: async ({ client, auth, code }) => {
      const given = await code();
      return trial(
        () => client.createToken(given),
        (grant) => expect(grant).toMatchObject({ country: 'vn', sellers: [{ sellerId: auth.sellerId }] }),
      );
    },
  },
  {
    method: 'refreshToken',
    effect: 'once',
    wire: ['POST', '/auth/token/refresh$'],
    open: async ({ client, auth, refreshToken }) => {
      const held = await refreshToken();
      return trial(
        () => client.refreshToken(held),
        (grant) => {
          expect(grant).toMatchObject({ country: 'vn', sellers: [{ sellerId: auth.sellerId }] });
          expect(grant.expiresInSeconds).toBeGreaterThan(3_600);
        },
      );
    },
  },
];
