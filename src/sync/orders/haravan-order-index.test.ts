import { expect, test } from 'vitest';
import type { HaravanOrderQuery, HaravanOrdersApi } from '@/src/clients/haravan/orders';
import { haravanOrder } from '@/tests/builders/orders';
import { createHaravanOrderIndex } from './haravan-order-index';

const auth = { accessToken: '', orgId: '1', shop: 's' };

/** Orders 1..n, a minute apart, listed as Haravan does. */
function shopOf(count: number) {
  const start = Date.parse('2026-03-10T00:00:00Z');
  const made = (id: number) =>
    haravanOrder({ id: String(id), name: `L${id}`, createdAt: new Date(start + id * 60_000) });
  const orders = Array.from({ length: count }, (_, index) => made(index + 1));
  const asked: HaravanOrderQuery[] = [];
  const failing = { after: Number.POSITIVE_INFINITY };
  const listOrders: HaravanOrdersApi['listOrders'] = async (_auth, query = {}) => {
    asked.push(query);
    if (asked.length > failing.after) throw new Error('throttled');
    const { sinceId = '0', page = 1, createdAtMinLocal = '0000' } = query;
    const local = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19);
    const found = orders.filter(
      (order) => Number(order.id) > Number(sinceId) && local(order.createdAt) >= createdAtMinLocal,
    );
    const rows = found.slice((page - 1) * 50, page * 50);
    return { orders: rows, unreadable: [], rowCount: rows.length };
  };
  return { orders, made, asked, failing, start, haravan: { listOrders } };
}

test('R5.2 the past is read once, and afterwards only what is new', async () => {
  const shop = shopOf(120);
  const clock = { ms: shop.start + 86_400_000, now: () => clock.ms };
  const index = createHaravanOrderIndex(shop.haravan, clock);
  expect(await index.find('m', auth, 'L7', shop.start)).toEqual(['7']);
  expect(shop.asked).toHaveLength(3);
  expect(await index.find('m', auth, 'L999', shop.start)).toEqual([]);
  expect(shop.asked).toHaveLength(3);
  shop.orders.push(shop.made(121));
  clock.ms += 31_000;
  expect(await index.find('m', auth, 'L121', shop.start)).toEqual(['121']);
  expect(shop.asked.slice(3)).toMatchObject([{ sinceId: '120' }]);
});

test('R8.1 a reading that was cut off goes on where it stopped', async () => {
  const shop = shopOf(700);
  const index = createHaravanOrderIndex(shop.haravan, { now: () => shop.start + 86_400_000 });
  shop.failing.after = 12;
  await expect(index.find('m', auth, 'L650', shop.start)).rejects.toThrow('throttled');
  shop.failing.after = Number.POSITIVE_INFINITY;
  expect(await index.find('m', auth, 'L650', shop.start)).toEqual(['650']);
  expect(await index.find('m', auth, 'L3', shop.start)).toEqual(['3']);
  expect(shop.asked.length).toBeLessThan(13 + 14);
});

test('R7.1 one merchant never finds the order of another', async () => {
  const shop = shopOf(3);
  const index = createHaravanOrderIndex(shop.haravan, { now: () => shop.start });
  await index.find('m', auth, 'L1', shop.start);
  shop.orders.length = 0;
  expect(await index.find('other', auth, 'L1', shop.start)).toEqual([]);
});
