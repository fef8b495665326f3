import { expect, test } from 'vitest';
import type { DuePush, PushEnd } from '../ports/stock';
import type { PushDeps } from './push-deps';
import type { PushTurn } from './push-turn';
import { createQuantityPush } from './push-quantities';
import { createSettling } from './settling';

const push = (id: string) =>
  ({
    ...{ figure: 'quantity', variantId: id, skuId: `s-${id}`, itemId: 'i', sellerSku: id, productId: 'p', version: 1 },
    ...{
      cause: 'changed',
      attempts: 0,
      believed: { value: null, at: null },
      mustReadBack: false,
      owed: null,
      locked: 0,
    },
    ...{ fulfilledByLazada: false, tracksInventory: true, allowsBackorder: false },
    ...{ productTitle: 'x', variantTitle: 'x', dueAt: new Date(0), linkedAt: new Date(0) },
  }) as DuePush;

const SETTINGS = { id: 'c', pushQuantity: true, stockPercent: 100, safetyStock: 0, maxQuantity: null };

type Meanwhile = { written?: () => void; read?: (id: string) => void };

/** One quantity a round; what happens is told in its order. `meanwhile`: what else happens before a write or a reading ends. */
function shop(ids: readonly string[], meanwhile: Meanwhile = {}) {
  const did: string[] = [];
  const settled: string[] = [];
  const state = { now: 10_000, isOn: true, isOver: false };
  const due = ids.map(push);
  const goOn = () => new Promise((resolve) => setImmediate(resolve));
  const deps = {
    ...{ clock: { now: () => state.now }, random: () => 0.5, lateWriteMs: 1_000, batches: { skus: 1, atOnce: 1 } },
    access: { connections: async () => [] },
    stockFacts: { soldUnits: async () => [] },
    pushes: {
      settle: async (_m: string, _c: string, { ends }: { ends: readonly PushEnd[] }) =>
        void settled.push(...ends.map(({ variantId }) => variantId)),
    },
    feed: {
      async read() {
        did.push('feed');
        return { feedAt: new Date(state.now) };
      },
    },
    haravan: {
      async readStock(_auth: unknown, { variantIds }: { variantIds: string[] }) {
        did.push(`read ${variantIds}`);
        await goOn();
        meanwhile.read?.(`${variantIds}`);
        return variantIds.map((variantId) => ({ locationId: 'l', variantId, available: 5 }));
      },
    },
    lazada: {
      async updateSellable(_auth: unknown, writes: { sellerSku: string }[]) {
        const which = writes.map(({ sellerSku }) => sellerSku);
        did.push(`write ${which}`);
        await goOn();
        await goOn();
        meanwhile.written?.();
        did.push(`written ${which}`);
        return { failures: [] };
      },
    },
  } as unknown as PushDeps;
  const turn = {
    ...{ merchantId: 'm', connectionId: 'c', fence: { key: 'k', token: 1n }, onTheWay: { quantity: new Set() } },
    ...{
      shouldStop: () => state.isOver,
      keepAlive: async () => undefined,
      lazada: async () => ({}),
      haravan: async () => ({}),
    },
    settingsFor: async () => (state.isOn ? SETTINGS : null),
    stockLocations: async () => ['l'],
    quantities: { next: async (_turn: unknown, most: number) => due.splice(0, most) },
  } as unknown as PushTurn;
  const settling = createSettling();
  const pushes = createQuantityPush(deps, turn, settling);
  async function all(): Promise<void> {
    while (await pushes.batch());
    await settling.end();
  }
  return { did, settled, state, pushes, all };
}

test('R3.4 R3.5 the next stock is read while a round is written, its feed after that write', async () => {
  const { did, all, pushes, settled } = shop(['A', 'B', 'C']);
  await all();
  expect(did).toEqual([
    ...['read A', 'feed', 'write A', 'read B', 'written A'],
    ...['feed', 'write B', 'read C', 'written B'],
    ...['feed', 'write C', 'written C'],
  ]);
  expect(settled).toEqual(['A', 'B', 'C']);
  expect(pushes.wrote()).toBe(true);
});

test('R3.1 what was read ahead is not written once quantities are switched off', async () => {
  const { did, all, state } = shop(['A', 'B'], { written: () => (state.isOn = false) });
  await all();
  expect(did).toEqual(['read A', 'feed', 'write A', 'read B', 'written A']);
});

test('R3.5 stock that waited long for the write before it is read again', async () => {
  const { did, all, state } = shop(['A', 'B'], { written: () => (state.now += 2_000) });
  await all();
  expect(did.slice(2)).toEqual(['write A', 'read B', 'written A', 'read B', 'feed', 'write B', 'written B']);
});

test('R7.2 what was read ahead is written when the time of the turn is used up; nothing more is read', async () => {
  const { did, pushes, state } = shop(['A', 'B', 'C'], { written: () => (state.isOver = true) });
  expect(await pushes.batch()).toBe(true);
  await pushes.end();
  expect(did.slice(2)).toEqual(['write A', 'read B', 'written A', 'feed', 'write B', 'written B']);
});

test('R8.1 a reading ahead that fails takes nothing from the write beside it, and is told', async () => {
  const fails = (id: string) => {
    if (id === 'B') throw new Error('Haravan is away');
  };
  const { pushes, settled, all } = shop(['A', 'B'], { read: fails });
  expect(await pushes.batch()).toBe(true);
  await expect(all()).rejects.toThrow('Haravan is away');
  expect(settled).toEqual(['A']);
});

test('R8.1 a reading ahead is waited for when its turn ends otherwise', async () => {
  let read = 0;
  const { pushes, did } = shop(['A', 'B'], {
    written: () => {
      throw new Error('a defect');
    },
    read: () => (read += 1),
  });
  await expect(pushes.batch()).rejects.toThrow('a defect');
  await pushes.abandon();
  expect([read, did.includes('write B')]).toEqual([2, false]);
});
