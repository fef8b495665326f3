import { beforeAll, describe, expect, test } from 'vitest';
import { HARAVAN_SEED, LAZADA_SEED, ORG, SELLER } from '../integration/orders-seed';
import { type MemoryProduct, startMemoryProduct } from '../memory/memory-product';
import { createTrouble, type TroubleKind } from '../memory/trouble';

const RECOVERY_MS = 45_000;
const STILL_MS = 30_000;

const defects: unknown[] = [];
const log = { info: () => {}, warn: () => {}, error: (facts: Record<string, unknown>) => void defects.push(facts) };
const trouble = createTrouble();
let product: MemoryProduct;
let effects = 0;

beforeAll(async () => {
  const seeds = { haravan: structuredClone(HARAVAN_SEED), lazada: structuredClone(LAZADA_SEED) };
  for (const sku of seeds.lazada.sellers[0]?.items[0]?.skus ?? []) sku.sellable = 1_000;
  product = await startMemoryProduct({ seeds, ...trouble, log });
  await product.live(70_000);
  await handOver('death', Number.POSITIVE_INFINITY);
  effects = trouble.effects().lastIndexOf('orders.settle') + 1;
});

/** One order on both sides, in the words that its state is read from. */
function stateOf(orderId: string) {
  const { lazada, haravan } = product;
  const order = lazada.control.state(SELLER).sellers[0]?.orders.find((one) => one.orderId === orderId);
  const twins = haravan.control.state(ORG).orgs[0]?.orders.filter((one) => String(one.name).includes(orderId)) ?? [];
  const fulfillments = twins.flatMap((one) => one.fulfillments as Record<string, unknown>[]);
  return {
    items: order?.items.map((item) => item.status),
    packages: new Set(order?.items.map((item) => item.packageId)).size,
    haravan: twins.map((one) => [one.fulfillment_status, one.cancelled_status, one.financial_status]),
    parcels: fulfillments.map((one) => [one.status, one.carrier_status_code]),
  };
}

/** A merchant presses Sẵn sàng giao hàng; the worker that does it meets the trouble. */
async function handOver(kind: TroubleKind, at: number): Promise<string> {
  const { app, lazada, merchantId, connectionId, live, now } = product;
  const lines = [{ sellerSku: 'AO-DEN-M', quantity: 1 }];
  const { orderId } = lazada.control.placeOrder({ sellerId: SELLER, lines, payment: 'COD' });
  await app.stores.orderWishes.pollSoon(merchantId, connectionId, now());
  trouble.meet('death', Number.POSITIVE_INFINITY);
  await live(5_000);
  await app.useCases.orderCommands.requestReadyToShip(merchantId, connectionId, [orderId], 'me');
  trouble.meet(kind, at);
  await live(STILL_MS);
  trouble.wake();
  await product.ended();
  await live(RECOVERY_MS);
  return orderId;
}

describe('R8.1 R4.6 whatever befalls one worker, the order is handed over once on both sides', () => {
  test.each(['death', 'standstill'] as const)('%s at any one effect', async (kind) => {
    const undisturbed = stateOf(await handOver('death', Number.POSITIVE_INFINITY));
    expect(undisturbed).toMatchObject({ items: ['ready_to_ship'], packages: 1, parcels: [expect.anything()] });
    expect(effects).toBeGreaterThan(10);
    for (let effect = 1; effect <= effects; effect += kind === 'death' ? 1 : 2) {
      const orderId = await handOver(kind, effect);
      expect(stateOf(orderId), trouble.where()).toEqual(undisturbed);
    }
    expect(defects).toEqual([]);
  });
});
