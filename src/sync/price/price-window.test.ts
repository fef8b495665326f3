import { expect, test } from 'vitest';
import type { DuePush } from '../ports/stock';
import { BATCHES } from '../stock/batches';
import type { PushTurn } from '../stock/push-turn';
import { createPriceWindow } from './price-window';

type Deps = Parameters<typeof createPriceWindow>[0];

/** Prices of `products` × `variants` are due; counts what is asked of Haravan. */
function shop(products: number, variants: number, gone: readonly string[] = []) {
  const rows = Array.from({ length: products * variants }, (_, n) => {
    const [productId, variantId] = [`p${Math.floor(n / variants)}`, `v${n}`];
    return { figure: 'price', productId, variantId } as DuePush;
  });
  const asked: string[][] = [];
  const alone: string[] = [];
  let now = 0;
  const priced = (id: string) => rows.filter((row) => row.productId === id && !gone.includes(row.variantId));
  const deps = {
    clock: { now: () => now },
    batches: BATCHES,
    pushes: { takeDue: async (..._args: unknown[]) => rows.slice(0, 1_000) },
    haravan: {
      listPrices: async (_auth: unknown, ids: readonly string[]) => {
        asked.push([...ids]);
        return ids.map((id) => ({ id, variants: priced(id).map((row) => ({ id: row.variantId, price: 1 })) }));
      },
      getVariant: async (_auth: unknown, id: string) => {
        alone.push(id);
        return { price: 2 };
      },
    },
  } as unknown as Deps;
  const onTheWay = { price: new Set<string>() };
  const turn = { merchantId: 'm', connectionId: 'c', haravan: async () => ({}), onTheWay } as unknown as PushTurn;
  const window = createPriceWindow(deps);
  return {
    ...{ asked, alone },
    next: async () => {
      const batch = await window.next(turn);
      rows.splice(0, batch.due.length);
      onTheWay.price.clear();
      return batch;
    },
    wish: (productId: string, variantId: string) => {
      rows.push({ figure: 'price', productId, variantId } as DuePush);
    },
    wait: (ms: number) => {
      now += ms;
    },
  };
}

test('R3.4 batches share the pages of products that they need: no more readings than there are pages', async () => {
  const { next, asked } = shop(100, 4);
  let pushed = 0;
  for (let batch = await next(); batch.due.length > 0; batch = await next()) {
    expect(batch.due.every((push) => batch.prices.has(push.variantId))).toBe(true);
    pushed += batch.due.length;
  }
  expect(pushed).toBe(400);
  expect(asked.map((ids) => ids.length)).toEqual([50, 50]);
});

test('R3.4 the last page of a look is filled with what the next look finds', async () => {
  const { next, asked } = shop(300, 4);
  while ((await next()).due.length > 0);
  expect(asked.map((ids) => ids.length)).toEqual([50, 50, 50, 50, 50, 50]);
});

test('R3.4 a wish that came after its product was read has the product read again', async () => {
  const { next, asked, wish } = shop(150, 4);
  await next();
  wish('p0', 'v9999');
  let batch = await next();
  for (; batch.due.length > 1; batch = await next()) expect(batch.prices.size).toBe(batch.due.length);
  expect(batch.due.map((push) => push.variantId)).toEqual(['v9999']);
  expect(asked.filter((ids) => ids.includes('p0'))).toHaveLength(2);
});

test('R3.4 a price that was read a while ago is read again', async () => {
  const { next, asked, wait } = shop(50, 8);
  await next();
  wait(11_000);
  await next();
  expect(asked.map((ids) => ids.length)).toEqual([50, 25]);
});

test.each([
  ['of four variants a product: four calls to Lazada', 4, 200],
  ['of one variant a product: one call to Lazada', 1, 50],
])('R3.4 one page of products %s', async (_title, variants, due) => {
  const { next, asked } = shop(200, variants);
  expect((await next()).due).toHaveLength(due);
  expect(asked).toHaveLength(1);
});

test('a variant that its product does not name is asked for by itself', async () => {
  const { next, alone } = shop(1, 3, ['v1']);
  const { prices } = await next();
  expect([alone, prices.get('v1'), prices.get('v0')]).toEqual([['v1'], 2, 1]);
});
