import type { OrderRecord } from '@/src/sync/ports/order-imports';
import type { FeedFailure } from '@/src/sync/ports/orders';
import { feedItem, feedOrder, haravanLink, pressAndDo, RUN_ID, seeOrders, settlement } from '../order-records';
import { CODES, VARIANTS } from './catalog-questions';
import type { Question } from './question';

const ORDERS = ['o1', 'o2', 'o3'];
const STATUSES = ['unpaid', 'pending', 'packed', 'shipped', 'delivered', 'canceled'];

const seeThem: Question = (chance, ms) => {
  const drawn = chance.some(ORDERS).map((id) => {
    const items = ['1', '2'].slice(0, chance.int(0, 2)).map((unit) =>
      feedItem(`${id}-${unit}`, chance.pick(CODES), {
        ...{ status: chance.pick(STATUSES), variantId: chance.maybe(chance.pick(VARIANTS)), shipped: chance.flip(0.2) },
        ...{ packageId: chance.maybe(chance.pick(['P1', 'P2'])), fulfilledByLazada: chance.flip(0.1) },
      }),
    );
    const flags = { isUnpaid: chance.flip(0.2), wasPaid: chance.flip(0.3), ended: chance.flip(0.3) };
    const seenMs = ms - chance.pick([0, 0, 0, 1_500, 4_000]);
    return { id, seenMs, more: { items, ...flags, hash: chance.pick(['h1', 'h2', `h${seenMs}`]) } };
  });
  return {
    anyOrder: true,
    ask: ({ shop }) =>
      seeOrders(
        shop,
        drawn.map(({ id, seenMs, more }) => feedOrder(shop, id, seenMs, more)),
        ms,
      ),
  };
};

const workOnOne: Question = async (chance, ms, { shop: one }) => {
  const id = chance.pick(ORDERS);
  const record = await one.stores.orders.load(one.merchantId, one.connectionId, id);
  const [step, version, failing] = [chance.int(0, 6), record?.wanted ?? 1, chance.flip()];
  const attempts = (record?.attempts ?? 0) + 1;
  const decision = chance.pick(['imported', 'skipped'] as const);
  const reason = chance.pick(['imported', 'before_backfill']);
  const canceledItemIds = chance.some([`${id}-1`, `${id}-2`]);
  const pack = { packageId: chance.pick(['P1', 'P2']), fulfillmentId: 'F1', trackingCode: null, state: 'packed' };
  return {
    ask: async ({ shop, fence }) => {
      const { merchantId, connectionId, at, stores } = shop;
      const { orders } = stores;
      const to = [merchantId, connectionId, id] as const;
      const lines = [{ orderItemId: `${id}-1`, lineId: 'L1', variantId: '11' }];
      if (record === null) return null;
      if (step === 0) await orders.createBegins(...to, at(ms), fence);
      if (step === 1) await orders.createLost(...to, 1, fence);
      if (step === 2) await orders.createRefused(...to, fence);
      if (step === 3) await orders.linked(...to, { ...haravanLink(shop, `h-${id}`, ms), lines }, fence);
      if (step === 4) await orders.park(...to, { dueAt: at(ms + 2_000), blockedBy: 'x', attempts, failing }, fence);
      if (step > 4) {
        const packages = step === 6 ? [pack] : [];
        await orders.settle(...to, settlement(shop, version, { decision, reason, packages, canceledItemIds }), fence);
      }
      return plainRecord(await orders.load(...to));
    },
  };
};

/** Without columns that the port does not promise. */
const plainRecord = (record: OrderRecord | null) =>
  record && {
    ...record,
    items: record.items.map((item) => ({ ...item, paidPrice: undefined, lazadaOrderId: undefined })),
  };

const wishThem: Question = (chance, ms, { shop: one }) => {
  const [ids, importAnyway, pressed] = [chance.some(ORDERS), chance.flip(0.2), chance.flip(0.3)];
  return {
    anyOrder: true,
    ask: async ({ shop, fence }) => {
      const { stores, merchantId, connectionId, at } = shop;
      await stores.orderWishes.reimport(merchantId, connectionId, ids, at(ms), { importAnyway });
      const own = (await stores.actions.ownOrders(merchantId, connectionId, ids)).sort();
      const asked = { by: 'me', runId: RUN_ID, at: at(ms) };
      const requests = ids.map((lazadaOrderId) => ({ lazadaOrderId, kind: 'cancel' as const, reasonName: 'x' }));
      const requested = await stores.actions.request(merchantId, connectionId, requests, asked);
      const waiting = await stores.actions.due(merchantId, connectionId, at(ms), 9);
      await stores.actions.withdraw(merchantId, connectionId, RUN_ID, at(ms));
      if (pressed && own[0] && one) await pressAndDo(shop, own[0], ms, fence);
      return [own, requested, waiting.map(({ id: _id, ...action }) => action)];
    },
  };
};

const feedFailure = (connectionId: string): FeedFailure => {
  const subject = { connectionId, subjectKind: 'connection', subjectId: connectionId } as const;
  const issue = { ...subject, code: 'feed_stopped', key: 'stopped', level: 'error', facts: {} } as const;
  return { why: 'down', tell: [{ fromFailures: 2, issue }] };
};

const feedMoves: Question = (chance, ms) => {
  const [fails, cursorMs] = [chance.flip(0.3), ms - chance.int(0, 9_000)];
  return {
    ask: async ({ shop: { stores, world, merchantId, connectionId, at }, fence }) => {
      const { orderFeed, polls, orderWishes, reconcile, access } = stores;
      if (fails) await orderFeed.failed(merchantId, connectionId, feedFailure(connectionId), at(ms));
      else {
        const progress = { cursor: at(cursorMs), feedAt: at(ms), over: ['stopped'] };
        await orderFeed.progressed(merchantId, connectionId, progress, at(ms));
      }
      const told = (await world.openIssues(merchantId)).filter(({ key }) => key === 'stopped');
      const before = await polls.polling(merchantId, connectionId);
      if (fails) await orderWishes.pollSoon(merchantId, connectionId, at(ms));
      await polls.polled(merchantId, connectionId, before.pollAt, at(ms + 9_000), fails ? at(ms) : null);
      await reconcile.start(merchantId, connectionId, at(ms), at(ms + 9_000), at(cursorMs - 5_000), fence);
      return [
        told.map(({ count }) => count),
        before,
        await polls.polling(merchantId, connectionId),
        await access.connections(merchantId),
      ];
    },
  };
};

const look: Question = (chance, ms) => {
  const limit = chance.int(1, 4);
  const feeding = VARIANTS.map((variantId) => ({ variantId, code: chance.maybe(chance.pick(CODES)) }));
  return {
    ask: async ({ shop: { stores, merchantId, connectionId, at } }) => [
      await stores.orders.due(merchantId, connectionId, at(ms), limit),
      await stores.orders.nextDueAt(merchantId, connectionId),
      (await stores.stockFacts.soldUnits(merchantId, feeding, at(ms - 3_000)))
        .map((unit) => JSON.stringify({ ...unit, connectionId: '' }))
        .sort(),
      [...(await stores.orders.alreadyLinked(merchantId, ['h-o1', 'h-o2', 'h-o9']))].sort(),
      await stores.actions
        .packages(merchantId, connectionId, ORDERS)
        .then((all) => all.map((one) => JSON.stringify(one)).sort()),
      (await stores.orderFeed.variantsOfOrders(merchantId, connectionId, ORDERS)).sort(),
    ],
  };
};

export const orderQuestions: Readonly<Record<string, Question>> = {
  ...{ seeThem, workOnOne, wishThem, feedMoves, lookAtOrders: look },
};
