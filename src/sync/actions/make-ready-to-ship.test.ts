import { expect, test } from 'vitest';
import type { LazadaOrderItem } from '@/src/clients/lazada/order-item';
import { ITEM_A, ITEM_B, lazadaItem, ORDER_ID } from '@/tests/builders/orders';
import type { ActionClient } from './action-job';
import { createReadyToShip } from './make-ready-to-ship';

const auth = { accessToken: '', sellerId: '1' };
const action = {
  id: 'a',
  lazadaOrderId: ORDER_ID,
  kind: 'ready_to_ship',
  reasonName: null,
  orderItemIds: [],
  attempts: 0,
  requestedBy: '',
} as const;
const fine = { ok: true, code: '0', retry: false };

type Behaviour = Partial<Pick<ActionClient, 'getShipmentProviders' | 'pack' | 'readyToShip'>> & { afterPack?: string };

/** A Lazada of one order, whose answers can be bent. */
function lazadaOf(items: LazadaOrderItem[], { afterPack = 'packed', ...bent }: Behaviour = {}) {
  const calls: unknown[][] = [];
  const client = {
    getOrderItems: async () => items,
    getItemsOfOrders: async () => [{ orderId: ORDER_ID, items }],
    decideCancel: async () => {},
    getShipmentProviders: async () => ({ isPlatformDefault: true, providers: [], allocateType: 'TFS' }),
    async pack(_auth, orders, carrier) {
      calls.push(['pack', orders[0]?.orderItemIds, carrier]);
      for (const item of items)
        if (item.status === 'pending') Object.assign(item, { status: afterPack, packageId: 'P1' });
      return { items: [] };
    },
    async readyToShip(_auth, packageIds) {
      calls.push(['rts', packageIds]);
      return { packages: packageIds.map((packageId) => ({ ...fine, packageId })) };
    },
    validateCancel: async () => ({ tipType: 'error', reasons: [] }),
    cancelItems: async () => ({ tipType: 'error' }),
    ...bent,
  } satisfies ActionClient;
  return { calls, run: async () => (await createReadyToShip(client)(auth, [action])).get(action.id) };
}

test('R4.6 packs, then readies the package; no carrier is named where Lazada chooses', async () => {
  const { calls, run } = lazadaOf([lazadaItem(), lazadaItem({ orderItemId: ITEM_B })]);
  expect(await run()).toEqual({ kind: 'done', nothingToDo: false });
  expect(calls).toEqual([
    ['pack', [ITEM_A, ITEM_B], { allocateType: 'TFS' }],
    ['rts', ['P1']],
  ]);
});

test('R4.6 a shop that must choose a carrier sends the first one', async () => {
  const providers = [{ name: 'J&T VN', code: 'JT' }];
  const { calls, run } = lazadaOf([lazadaItem()], {
    getShipmentProviders: async () => ({ isPlatformDefault: false, providers, allocateType: 'NTFS' }),
  });
  await run();
  expect(calls[0]).toEqual(['pack', [ITEM_A], { allocateType: 'NTFS', shipmentProviderCode: 'JT' }]);
});

test('design §6 shops that go on to ready-to-ship while packing are done', async () => {
  const { calls, run } = lazadaOf([lazadaItem()], { afterPack: 'ready_to_ship' });
  expect(await run()).toEqual({ kind: 'done', nothingToDo: false });
  expect(calls).toHaveLength(1);
});

test('R4.6 a package of which one element is refused is refused in its words', async () => {
  const words = { ok: false, code: '700026', message: 'FO_ITEM_NOT_ALLOW_TO_PACK' };
  const packed = (retry: boolean) => async () => ({
    items: [
      { ...fine, orderId: ORDER_ID, orderItemId: ITEM_A },
      { ...words, retry, orderId: ORDER_ID, orderItemId: ITEM_B },
    ],
  });
  const outcome = { code: words.code, message: words.message };
  expect(await lazadaOf([lazadaItem()], { pack: packed(false) }).run()).toEqual({ kind: 'refused', ...outcome });
  expect(await lazadaOf([lazadaItem()], { pack: packed(true) }).run()).toEqual({ kind: 'later', ...outcome });
});

test("design §6 goods in Lazada's own warehouse are never readied by us", async () => {
  const { calls, run } = lazadaOf([lazadaItem({ isFulfilledByLazada: true })]);
  expect(await run()).toMatchObject({ kind: 'refused', code: 'nothing_to_ship' });
  expect(calls).toEqual([]);
});
