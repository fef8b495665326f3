import { describe, expect, test } from 'vitest';
import { feedItem, feedOrder, RUN_ID, seeOrders } from './order-records';
import { type GivenWorld, openShop } from './port-world';

export function actionBattery(given: GivenWorld): void {
  describe('actions', () => {
    test('R4.6 a double click is one action; what Lazada accepted wishes the order again, with force', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { actions, orders } = stores;
      const fence = await shop.fence('actions');
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000), feedOrder(shop, 'o2', 1_000, { items: [] })], 1_000);
      const ask = (ids: string[], ms: number) =>
        actions.request(
          merchantId,
          connectionId,
          ids.map((lazadaOrderId) => ({ lazadaOrderId, kind: 'ready_to_ship' as const })),
          { by: 'me', runId: RUN_ID, at: at(ms) },
        );
      const due = (ms: number, limit = 9) => actions.due(merchantId, connectionId, at(ms), limit);
      expect(await ask(['o1', 'strange'], 1_000)).toEqual({ wished: ['o1'], underWay: [] });
      expect(await ask(['o1', 'o2'], 2_000)).toEqual({ wished: ['o2'], underWay: ['o1'] });
      expect((await actions.ownOrders(merchantId, connectionId, ['o2', 'strange'])).sort()).toEqual(['o2']);
      const [first, second] = await due(2_000);
      expect([first?.lazadaOrderId, second?.lazadaOrderId]).toEqual(['o1', 'o2']);
      expect(first).toMatchObject({ kind: 'ready_to_ship', reasonName: null, orderItemIds: [], attempts: 0 });
      await actions.park(merchantId, first?.id ?? '', at(8_000), fence);
      expect(await due(7_999, 1)).toMatchObject([{ lazadaOrderId: 'o2' }]);
      await actions.finish(
        merchantId,
        second?.id ?? '',
        { state: 'refused', code: 'E1', message: 'Không' },
        at(3_000),
        fence,
      );
      expect(await actions.nextDueAt(merchantId, connectionId)).toEqual(at(8_000));
      expect(await due(8_000)).toMatchObject([{ lazadaOrderId: 'o1', attempts: 1 }]);
      await actions.finish(merchantId, first?.id ?? '', { state: 'done', nothingToDo: false }, at(9_000), fence);
      const record = await orders.load(merchantId, connectionId, 'o1');
      expect(record).toMatchObject({ force: true, wanted: 2, doneActions: ['ready_to_ship'] });
      expect(await orders.load(merchantId, connectionId, 'o2')).toMatchObject({ force: false, doneActions: [] });
      expect(await ask(['o1'], 10_000)).toMatchObject({ wished: ['o1'] });
      expect(await actions.withdraw(merchantId, connectionId, RUN_ID, at(10_500))).toBe(1);
      expect(await due(11_000)).toEqual([]);
    });

    test('the packages of an order are those of items that are not canceled', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId } = shop;
      const items = [
        feedItem('i3', 'A', { packageId: 'P2' }),
        feedItem('i1', 'A', { packageId: 'P1' }),
        feedItem('i2', 'A', { packageId: 'P1' }),
        feedItem('i4', 'A', { packageId: 'P3', status: 'canceled' }),
        feedItem('i5', 'A'),
      ];
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000, { items })], 1_000);
      expect(await stores.actions.packages(merchantId, connectionId, ['o1', 'o2'])).toEqual([
        { lazadaOrderId: 'o1', packageId: 'P1' },
        { lazadaOrderId: 'o1', packageId: 'P2' },
      ]);
    });
  });
}
