import { beforeAll, describe, expect, test } from 'vitest';
import { BLACK, HARAVAN_SEED, LAZADA_SEED, MAIN, ORG, SELLER } from '../integration/orders-seed';
import { type MemoryProduct, startMemoryProduct } from '../memory/memory-product';
import { ProcessDied, type Step } from '../memory/seam';

/** Longer than the client's patience, a lease, both looks for a lost order and the reading back of a lost write. */
const RECOVERY_MS = 170_000;

const defects: unknown[] = [];
const log = { info: () => {}, warn: () => {}, error: (facts: Record<string, unknown>) => void defects.push(facts) };

/** The effect after which the process dies, counted from where the count began; then nothing disturbs any more. */
const death = { at: Number.POSITIVE_INFINITY, steps: [] as string[] };

/** What only looks changes nothing: to die after it is to die after what was done before it. */
const LOOKS =
  / GET |\.(connections?|lazada|haravan|polling|load|due|takeDue|next\w+|known|\w+Of\w+|soldUnits|locations|alreadyLinked)$/;

function interrupt({ name, when }: Step): void {
  if (when === 'before' || LOOKS.test(name)) return;
  death.steps.push(name);
  if (death.steps.length === death.at) throw new ProcessDied(name);
}

function dieAt(step: number): void {
  death.at = step;
  death.steps = [];
}

let product: MemoryProduct;

beforeAll(async () => {
  const seeds = { haravan: structuredClone(HARAVAN_SEED), lazada: LAZADA_SEED };
  product = await startMemoryProduct({ seeds, interrupt, log });
  const { app, merchantId, connectionId, haravan, live, now } = product;
  haravan.control.setStock({ orgId: ORG, locationId: MAIN, variantId: BLACK, onHand: 10_000 });
  await live(5_000);
  await app.useCases.publishing.publish(merchantId, connectionId, { filter: {} }, 'test');
  await live(5_000);
  const view = await app.stores.settings.load(merchantId, connectionId);
  if (!view) throw new Error('no settings');
  const change = { version: view.version, settings: { ...view.settings, pushQuantity: true }, reevaluate: [] };
  await app.stores.settings.save(merchantId, connectionId, change, now());
  await live(70_000);
});

const orgOf = ({ haravan }: MemoryProduct) => {
  const org = haravan.store.orgs.get(ORG);
  if (!org) throw new Error('Haravan has lost its shop');
  return org;
};

const named = (orderId: string) => [...orgOf(product).orders.values()].filter((order) => order.name.includes(orderId));

const sellable = () =>
  product.lazada.control
    .state(SELLER)
    .sellers[0]?.items.flatMap((item) => item.skus)
    .find((sku) => sku.sellerSku === 'AO-DEN-M')?.sellable;

/** A buyer orders two; the worker that brings them into Haravan and corrects the stock dies after this step. */
async function buyAndDie(step: number): Promise<string> {
  const { app, lazada, merchantId, connectionId, live, now } = product;
  const lines = [{ sellerSku: 'AO-DEN-M', quantity: 2 }];
  const { orderId } = lazada.control.placeOrder({ sellerId: SELLER, lines, payment: 'COD' });
  await app.stores.orderWishes.pollSoon(merchantId, connectionId, now());
  dieAt(step);
  await live(RECOVERY_MS);
  return orderId;
}

describe('R8.1 R8.2 a worker dies after any one effect', () => {
  test('the order is in Haravan once, and Lazada offers what is left', async () => {
    await buyAndDie(Number.POSITIVE_INFINITY);
    const effects = death.steps.lastIndexOf('pushes.settle') + 1;
    expect(effects).toBeGreaterThan(20);
    for (let step = 1; step <= effects; step += 1) {
      const orderId = await buyAndDie(step);
      const where = `after effect ${step}: ${death.steps[step - 1]}`;
      expect(named(orderId), where).toHaveLength(1);
      expect(sellable(), where).toBe(10_000 - 2 * (step + 1));
    }
    expect(defects).toEqual([]);
  });
});
