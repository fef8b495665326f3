import { describe, expect, test } from 'vitest';
import type { IssueReport } from '@/src/sync/ports/issues';
import { LeaseLost } from '@/src/sync/ports/turn';
import type { IssueNews, PushEnd } from '@/src/sync/ports/stock';
import { addedLink, linkedShop, outcomeOf } from './catalog-records';
import { type GivenWorld, openShop, type Shop } from './port-world';

type OfLink = 'skuId' | 'linkedAt';
type Done = Omit<Extract<PushEnd, { kind: 'done' }>, OfLink>;
type Parked = Omit<Extract<PushEnd, { kind: 'parked' }>, OfLink>;

const refused = (connectionId: string): IssueReport => ({
  ...{ connectionId, code: 'push_rejected', key: 'refused', level: 'error', subjectKind: 'variant', subjectId: '11' },
  facts: { field: 'quantity' },
});

const done = (version: number, more: Partial<Done> = {}): Done => ({
  ...{ variantId: '11', figure: 'quantity', version, explanation: { q: 1 }, kind: 'done', outcome: 'synced' },
  ...{ owed: null, wasReadBack: false },
  ...more,
});

const parked = (version: number, dueAt: Date, more: Partial<Parked> = {}): Parked => ({
  ...{ variantId: '11', figure: 'quantity', version, explanation: {}, kind: 'parked', outcome: 'issue', dueAt },
  ...{ blockedBy: 'push_rejected', attempts: 1, forgetBelief: false },
  ...more,
});

const newsOf = (judged: readonly string[], ...found: IssueReport[]): IssueNews => ({
  figure: 'quantity',
  judged,
  found,
});

async function taken({ stores, merchantId, connectionId }: Shop, at: Date, limit = 50) {
  return stores.pushes.takeDue(merchantId, connectionId, 'quantity', at, limit);
}

async function pushShop(given: GivenWorld, codes: readonly string[] = ['A', 'B', 'C']) {
  const shop = await openShop(given());
  const catalog = await linkedShop(shop, codes);
  const { stores, merchantId, connectionId, at } = shop;
  const fence = await shop.fence();
  const link = { skuId: '71', linkedAt: at(0) };
  return {
    ...{ shop, at, fence, catalog, link },
    wish: (ms: number, more: { forgetBelief?: boolean; resetAttempts?: boolean; variantIds?: string[] | 'all' } = {}) =>
      stores.pushes.wish(
        merchantId,
        { variantIds: ['11'], figures: ['quantity'], cause: 'changed', ...more },
        shop.at(ms),
      ),
    settle: (ends: readonly (Done | Parked)[], ms: number, by = fence, issues: IssueNews = newsOf([]), of = link) =>
      stores.pushes.settle(
        merchantId,
        connectionId,
        { ends: ends.map((end) => ({ ...end, ...of })), issues },
        shop.at(ms),
        by,
      ),
    one: async (ms: number) => (await taken(shop, shop.at(ms))).find((push) => push.variantId === '11'),
    nextDue: () => stores.pushes.nextDue(merchantId, connectionId, ['quantity']),
  };
}

export function pushBattery(given: GivenWorld): void {
  describe('pushes', () => {
    test('R3.4 due ones come oldest first, then by variant, with all that a push needs', async () => {
      const { shop, wish, at } = await pushShop(given);
      await wish(10, { variantIds: ['12'] });
      const first = await taken(shop, at(5_000), 2);
      expect(first.map((push) => push.variantId)).toEqual(['11', '13']);
      expect(first[0]).toMatchObject({
        ...{ version: 1, cause: 'linked', believed: { value: null, at: null }, mustReadBack: false, owed: null },
        ...{ productId: '1', itemId: '971', skuId: '71', sellerSku: 'A', locked: 0, tracksInventory: true },
        ...{ figure: 'quantity', productTitle: 'Sản phẩm 1', variantTitle: 'Biến thể 11' },
      });
      const rest = await taken(shop, at(5_000));
      expect(rest.map((push) => push.variantId)).toEqual(['11', '13', '12']);
    });

    test('R3.4 changes that keep coming wait 1 s each, 3 s from the first at most; a wish raises the version', async () => {
      const { wish, settle, one, nextDue, at } = await pushShop(given, ['A']);
      await settle([done(1)], 0);
      expect(await nextDue()).toBeNull();
      for (const ms of [10_000, 10_900, 11_800, 12_700]) await wish(ms);
      expect(await nextDue()).toEqual(at(13_000));
      expect(await one(12_999)).toBeUndefined();
      expect(await one(13_000)).toMatchObject({ version: 5, cause: 'changed' });
    });

    test('design §1 only the version that was read is acknowledged', async () => {
      const { wish, settle, one } = await pushShop(given, ['A']);
      await wish(100);
      await settle([done(1, { sent: 4 })], 200);
      expect(await one(5_000)).toMatchObject({ version: 2 });
      await settle([done(2)], 5_100);
      expect(await one(99_000)).toBeUndefined();
    });

    test('R2.5 what Lỗi says of a batch comes with it', async () => {
      const { shop, settle, fence } = await pushShop(given, ['A']);
      const open = async () => (await shop.world.openIssues(shop.merchantId)).map(({ key }) => key).sort();
      const mine = refused(shop.connectionId);
      const price = { ...mine, key: 'price refused', facts: { field: 'price' } };
      const untracked = { ...mine, key: 'untracked', code: 'quantity_untracked', level: 'info', facts: {} } as const;
      const unmatched = { ...mine, key: 'unmatched', code: 'seller_sku_not_found', facts: {} } as const;
      await shop.stores.issues.report(shop.merchantId, [price, untracked, unmatched]);
      await settle([parked(1, shop.at(60_000))], 0, fence, newsOf(['12'], mine));
      expect(await open()).toEqual(['price refused', 'refused', 'unmatched', 'untracked']);
      await settle([parked(1, shop.at(60_000))], 0, fence, newsOf(['11'], mine));
      expect(await open()).toEqual(['price refused', 'refused', 'unmatched']);
      await settle([done(1)], 100, fence, newsOf(['11']));
      expect(await open()).toEqual(['price refused', 'unmatched']);
    });

    test('R8.1 a turn that lost its lease settles nothing, and says nothing', async () => {
      const { shop, settle, one, fence } = await pushShop(given, ['A']);
      shop.world.pass(13_000);
      await shop.fence();
      const news = newsOf([], refused(shop.connectionId));
      await expect(settle([done(1)], 0, fence, news)).rejects.toBeInstanceOf(LeaseLost);
      expect(await one(60_000)).toMatchObject({ version: 1 });
      expect(await shop.world.openIssues(shop.merchantId)).toEqual([]);
    });

    test('R2.6 R3.4 what was found of a link that was made anew meanwhile says nothing of the one that stands', async () => {
      const { shop, settle, one, fence, catalog, link } = await pushShop(given, ['A', 'B']);
      const { stores, merchantId, connectionId, at } = shop;
      const added = [addedLink('1', '11', '72', 'B')];
      const removed = [addedLink('1', '11', '71', 'A')];
      await stores.matches.save(merchantId, connectionId, outcomeOf({ added, removed }), at(100), catalog);
      const news = newsOf([], refused(connectionId));
      await settle([done(9, { sent: 4, learned: { value: 4, seen: null } })], 200, fence, news);
      await settle([parked(9, at(60_000))], 200, fence, news, { ...link, skuId: '72' });
      expect(await one(5_000)).toMatchObject({ version: 1, skuId: '72', attempts: 0, believed: { value: null } });
      expect(await shop.world.openIssues(merchantId)).toEqual([]);
      await settle([done(1)], 300, fence, news, { skuId: '72', linkedAt: at(100) });
      expect(await one(5_000)).toBeUndefined();
      expect(await shop.world.openIssues(merchantId)).toHaveLength(1);
    });

    test('R2.5 R2.6 with a link goes what Lỗi says of its figures, also when another variant takes its SKU', async () => {
      const { shop, settle, fence, catalog } = await pushShop(given, ['A', 'B']);
      const { stores, merchantId, connectionId, at } = shop;
      const open = async () => (await shop.world.openIssues(merchantId)).map(({ code }) => code);
      const news = newsOf([], refused(connectionId));
      const save = (outcome: Parameters<typeof outcomeOf>[0], ms: number) =>
        stores.matches.save(merchantId, connectionId, outcomeOf(outcome), at(ms), catalog);
      await settle([parked(1, at(60_000))], 10, fence, news);
      const [mine, next] = [addedLink('1', '11', '71', 'A'), addedLink('1', '12', '72', 'B')];
      await save({ added: [addedLink('1', '12', '71', 'A')], removed: [next] }, 100);
      expect(await open()).toEqual([]);
      await save({ added: [mine] }, 200);
      await settle([parked(1, at(60_000))], 210, fence, news, { skuId: '71', linkedAt: at(200) });
      expect(await open()).toEqual(['push_rejected']);
      await save({ removed: [mine] }, 300);
      expect(await open()).toEqual([]);
    });

    test('design §6 what was learned counts only while the belief is the one that was read', async () => {
      const { wish, settle, one } = await pushShop(given, ['A']);
      await settle([done(1, { sent: 4, learned: { value: 4, seen: null } })], 100);
      await wish(1_000, { forgetBelief: true });
      await wish(2_000);
      const seen = (await one(9_000))?.believed;
      expect(seen?.value).toBeNull();
      await wish(8_000, { forgetBelief: true });
      await settle([done(3, { learned: { value: 9, seen: seen?.at ?? null } })], 8_100);
      const after = (await one(20_000))?.believed;
      expect(after?.value).toBeNull();
      expect(after?.at?.getTime()).toBeGreaterThan(seen?.at?.getTime() ?? 0);
      await settle([done(4, { learned: { value: 7, seen: after?.at ?? null } })], 20_000);
      await wish(21_000);
      expect((await one(30_000))?.believed).toMatchObject({ value: 7 });
    });

    test('a refusal parks the figure; a wish wakes it, and patience starts anew when a merchant asks', async () => {
      const { wish, settle, one, nextDue, at } = await pushShop(given, ['A']);
      await settle([parked(1, at(60_000), { attempts: 3, forgetBelief: true, owed: 2 })], 1_000);
      expect(await nextDue()).toEqual(at(60_000));
      await wish(20_000);
      expect(await nextDue()).toEqual(at(21_000));
      expect(await one(21_000)).toMatchObject({ attempts: 3, owed: 2, mustReadBack: true, version: 2 });
      await wish(20_500, { resetAttempts: true });
      expect(await one(30_000)).toMatchObject({ attempts: 0, version: 3 });
    });

    test('a change that came meanwhile is not parked', async () => {
      const { wish, settle, one, nextDue, at } = await pushShop(given, ['A']);
      await wish(500);
      await settle([parked(1, at(60_000))], 1_000);
      expect(await nextDue()).toEqual(at(1_500));
      expect(await one(2_000)).toMatchObject({ version: 2, attempts: 1 });
    });

    test('R8.2 a lost answer is looked at again, also when nothing else is wished', async () => {
      const { settle, one, nextDue, at } = await pushShop(given, ['A']);
      await settle([done(1, { readBackAt: at(60_000) })], 100);
      expect(await nextDue()).toEqual(at(60_000));
      expect(await one(60_000)).toMatchObject({ mustReadBack: true, version: 1 });
      await settle([done(1, { wasReadBack: true })], 60_000);
      expect(await nextDue()).toBeNull();
      await settle([parked(1, at(90_000), { readBackAt: at(80_000) })], 60_000);
      expect(await one(80_000)).toMatchObject({ mustReadBack: true, version: 2 });
    });

    test('R3.6 a wish can mean all, one figure, one connection; it says where something waits', async () => {
      const { shop, wish, at } = await pushShop(given);
      const { connectionId, merchantId, stores } = shop;
      expect(await wish(0, { variantIds: 'all' })).toEqual({
        catalog: [],
        stock: [{ connectionId, dueAt: at(1_000) }],
      });
      expect(await wish(0, { variantIds: [] })).toEqual({ catalog: [], stock: [] });
      expect(await wish(0, { variantIds: ['no-such'] })).toEqual({ catalog: [], stock: [] });
      const prices = await stores.pushes.takeDue(merchantId, connectionId, 'price', at(0), 50);
      expect(prices.map(({ version, believed }) => ({ version, value: believed.value }))).toEqual(
        Array.from({ length: 3 }, () => ({ version: 1, value: 150_000 })),
      );
    });
  });
}
