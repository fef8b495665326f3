import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BLACK, HARAVAN_SEED, LAZADA_SEED, MAIN, ORG, SELLER } from '../integration/orders-seed';
import { type MemoryProduct, startMemoryProduct } from '../memory/memory-product';
import { createTrouble } from '../memory/trouble';

const ON_HAND = 10_000;
/** Longer than the client's patience, a lease, both looks for a lost order and the reading back of a lost write. */
const RECOVERY_MS = 115_000;
/** Longer than a lease, shorter than the patience with a create that may still arrive. */
const STILL_MS = 30_000;

const defects: unknown[] = [];
const log = { info: () => {}, warn: () => {}, error: (facts: Record<string, unknown>) => void defects.push(facts) };

const trouble = createTrouble();

let product: MemoryProduct;
let bought = 0;
/** Effects of the turns that bring one order in and correct the stock. */
let effects = 0;

beforeAll(async () => {
  const seeds = { haravan: structuredClone(HARAVAN_SEED), lazada: LAZADA_SEED };
  product = await startMemoryProduct({ seeds, ...trouble, log });
  const { app, merchantId, connectionId, haravan, live, now } = product;
  haravan.control.setStock({ orgId: ORG, locationId: MAIN, variantId: BLACK, onHand: ON_HAND });
  await live(5_000);
  await app.useCases.publishing.publish(merchantId, connectionId, { filter: {} }, 'test');
  await live(5_000);
  const view = await app.stores.settings.load(merchantId, connectionId);
  if (!view) throw new Error('no settings');
  const change = { version: view.version, settings: { ...view.settings, pushQuantity: true }, reevaluate: [] };
  await app.stores.settings.save(merchantId, connectionId, change, now());
  await live(70_000);
  trouble.meet('death', Number.POSITIVE_INFINITY);
  await buy();
  await live(RECOVERY_MS);
  effects = trouble.effects().lastIndexOf('pushes.settle') + 1;
});
beforeEach(() => defects.splice(0));

/** A buyer takes two, and a push says so. */
async function buy(): Promise<string> {
  const { app, lazada, merchantId, connectionId, now } = product;
  const lines = [{ sellerSku: 'AO-DEN-M', quantity: 2 }];
  const { orderId } = lazada.control.placeOrder({ sellerId: SELLER, lines, payment: 'COD' });
  bought += 2;
  await app.stores.orderWishes.pollSoon(merchantId, connectionId, now());
  return orderId;
}

function expectAllIsWell(orderId: string): void {
  const where = trouble.where();
  const orders = [...(product.haravan.store.orgs.get(ORG)?.orders.values() ?? [])];
  const items = product.lazada.control.state(SELLER).sellers[0]?.items ?? [];
  const sku = items.flatMap((item) => item.skus).find((one) => one.sellerSku === 'AO-DEN-M');
  expect(
    orders.filter((order) => order.name.includes(orderId)),
    where,
  ).toHaveLength(1);
  expect(sku?.sellable, where).toBe(ON_HAND - bought);
  expect(defects, where).toEqual([]);
}

describe('R8.1 R8.2 whatever befalls one worker, the order is in Haravan once and Lazada offers what is left', () => {
  test('it dies after any one effect of an import and a push', async () => {
    expect(effects).toBeGreaterThan(20);
    for (let step = 1; step <= effects; step += 1) {
      trouble.meet('death', step);
      const orderId = await buy();
      await product.live(RECOVERY_MS);
      expectAllIsWell(orderId);
    }
  });

  test('it stands still before any one effect, another takes over, more is sold, and it goes on', async () => {
    for (let step = 1; step <= effects; step += 2) {
      trouble.meet('standstill', step);
      const orderId = await buy();
      await product.live(STILL_MS / 2);
      const later = await buy();
      await product.live(STILL_MS / 2);
      trouble.wake();
      await product.ended();
      await product.live(RECOVERY_MS);
      expectAllIsWell(orderId);
      expectAllIsWell(later);
    }
  });
});
