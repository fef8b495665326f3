import { expect, test } from 'vitest';
import type { Order as HaravanOrder } from '@/sandbox/haravan/entities/order';
import type { Grant } from '@/sandbox/lazada/entities';
import { type Books, createOrderIndex, createUnitIndex, isReadable, type Order, type Shop } from './books';

const NOW = 1_000;

const grant = (accessExpiresAt: number, refreshExpiresAt: number): Grant => {
  return { sellerId: 's', accessToken: '', refreshToken: '', accessExpiresAt, refreshExpiresAt, warnedAt: null };
};
const settings = { price: true, quantity: true, stockLocations: [], sharePercent: 100, safetyStock: 0, bound: null };
const shop = (more: Partial<Shop>): Shop => {
  return { sellerId: 's', orgId: 'o', connected: true, grants: [grant(0, NOW + 1)], settings, ...more };
};

test.each([
  ['its access can be renewed', {}, true],
  ['its access lives', { grants: [grant(NOW + 1, 0)] }, true],
  ['one of its grants lives', { grants: [grant(0, 0), grant(NOW + 1, 0)] }, true],
  ['it is disconnected', { connected: false }, false],
  ['what it was given has ended, whatever else Lazada granted', { grants: [grant(NOW, NOW)] }, false],
] as const)('R1.4 a shop of which %s', (_title, more, readable) => {
  expect(isReadable(shop(more), NOW)).toBe(readable);
});

/** Two merchants with a shop each, `o` with `s` and `o2` with `s2`. */
function twoMerchants() {
  const [sold, imported] = [new Map<string, Map<string, Order>>(), new Map<string, Map<number, HaravanOrder>>()];
  for (const id of ['s', 's2']) sold.set(id, new Map());
  for (const id of ['o', 'o2']) imported.set(id, new Map());
  const tables = <Rows>(of: Map<string, Rows>) => new Map([...of].map(([id, orders]) => [id, { orders }]));
  const books = {
    haravan: () => ({ orgs: tables(imported) }),
    lazada: () => ({ sellers: tables(sold) }),
    shops: [shop({}), shop({ sellerId: 's2', orgId: 'o2' })],
  } as unknown as Books;
  return {
    units: createUnitIndex(books, createOrderIndex(books)),
    sell(orderId: string, sellerSku: string): void {
      const items = [{ orderItemId: `${orderId}-1`, sellerSku, status: 'pending' }];
      sold.get('s')?.set(orderId, { orderId, items } as Order);
    },
    import(name: string, variantId: number): void {
      const lines = [{ variantId, properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: `${name}-1` }] }];
      const noteAttributes = [{ name: 'X-Haravan-SalesChannel-BranchId', value: 's' }];
      imported.get('o')?.set(variantId, { name, noteAttributes, lines } as HaravanOrder);
    },
  };
}

test('R3.5 a unit is known by its Haravan line, whoever was asked for first after the order came in', () => {
  const { units, ...life } = twoMerchants();
  units.sold('o', 'A', 11);
  life.sell('1', 'A');
  life.import('1', 11);
  units.sold('o2', 'A', 99);
  // The variant bears another code by now.
  expect([...units.sold('o', 'B', 11)].map(({ item }) => item.orderItemId)).toEqual(['1-1']);
});
