import { beforeAll, expect, test } from 'vitest';
import { HARAVAN_SEED, LAZADA_SEED, SELLER } from '../integration/orders-seed';
import { type MemoryProduct, startMemoryProduct } from '../memory/memory-product';
import { createTrouble } from '../memory/trouble';

/** Five failed turns with the pauses between them; a poll is due every minute. */
const FAILING_MS = 120_000;
/** Longer than a lease and two polls. */
const RECOVERY_MS = 150_000;

const log = { info: () => {}, warn: () => {}, error: () => {} };
const trouble = createTrouble();
let product: MemoryProduct;

beforeAll(async () => {
  const seeds = { haravan: structuredClone(HARAVAN_SEED), lazada: LAZADA_SEED };
  product = await startMemoryProduct({ seeds, ...trouble, log });
  await product.live(70_000);
});

const openIssues = () =>
  [...(product.app.database.tenants.get(product.merchantId)?.openIssues.values() ?? [])].map(({ code }) => code);

/** Lazada's list is down until merchants are told; when it is up again there is a new order in it. */
async function feedComesBack(): Promise<void> {
  const { lazada, live } = product;
  const fault = lazada.faults.add({ match: { path: '/orders/get' }, kind: 'status', status: 503, count: 'always' });
  await live(FAILING_MS);
  expect(openIssues()).toEqual(['feed_stopped']);
  lazada.faults.remove(fault);
  const lines = [{ sellerSku: 'AO-DEN-M', quantity: 1 }];
  lazada.control.placeOrder({ sellerId: SELLER, lines, payment: 'COD' });
}

test('R8.1 R2.5 the feed runs again and a worker dies after any one effect of that: what was told is over', async () => {
  await feedComesBack();
  trouble.meet('death', Number.POSITIVE_INFINITY);
  await product.live(RECOVERY_MS);
  expect(openIssues()).toEqual([]);
  const effects = trouble.effects().indexOf('orders.settle') + 1;
  expect(effects).toBeGreaterThan(5);
  for (let effect = 1; effect <= effects; effect += 1) {
    trouble.meet('death', Number.POSITIVE_INFINITY);
    await feedComesBack();
    trouble.meet('death', effect);
    await product.live(RECOVERY_MS);
    expect(openIssues(), trouble.where()).toEqual([]);
  }
});
