import type { IssueReport } from '@/src/sync/ports/issues';
import { lazadaTokens } from '../port-world';
import { CODES, PRODUCTS, VARIANTS } from './catalog-questions';
import type { Chance, Question, Side } from './question';

const ISSUE_CODES = ['push_rejected', 'campaign_locked', 'variant_missing_barcode'] as const;

function reportOf(chance: Chance, ofShop: boolean) {
  const [code, subjectId] = [chance.pick(ISSUE_CODES), chance.pick(VARIANTS)];
  const facts = { field: chance.pick(['price', 'quantity']) };
  return ({ shop }: Side): IssueReport => ({
    ...{ connectionId: ofShop ? shop.connectionId : null, code, key: `${code}:${subjectId}`, level: 'error' },
    ...{ subjectKind: 'variant', subjectId, facts, platformMessage: 'no' },
  });
}

const openIssues = async ({ shop: { world, merchantId } }: Side) =>
  (await world.openIssues(merchantId)).map(({ key, code, count, platformMessage }) =>
    JSON.stringify([key, code, count, platformMessage]),
  );

const issues: Question = (chance, ms) => {
  const reports = ['a', 'b', 'c'].map(() => reportOf(chance, chance.flip(0.8)));
  const [step, figure] = [chance.int(0, 3), chance.pick(['price', 'quantity'] as const)];
  const scope = { subjectKind: 'variant' as const, subjectIds: chance.some(VARIANTS), codes: chance.some(ISSUE_CODES) };
  return {
    anyOrder: true,
    ask: async (side) => {
      const { stores, merchantId, connectionId, at } = side.shop;
      const found = reports.map((report) => report(side));
      if (step < 2) await stores.issues.report(merchantId, found);
      if (step === 1)
        await stores.issues.close(
          merchantId,
          found.slice(0, 1).map((issue) => issue.key),
        );
      if (step === 2) await stores.issues.replace(merchantId, { ...scope, connectionId }, found);
      if (step === 3) await stores.settings.closeIssuesOf(merchantId, connectionId, figure, at(ms));
      return [await openIssues(side), await stores.settings.retrySubjects(merchantId, { connectionId })];
    },
  };
};

const settings: Question = async (chance, ms, { shop }) => {
  const loaded = await shop.stores.settings.load(shop.merchantId, shop.connectionId);
  if (!loaded) throw new Error('no settings');
  const switches = { pushPrice: chance.flip(0.8), pushQuantity: chance.flip(0.8) };
  const drawn = {
    ...loaded.settings,
    ...switches,
    stockPercent: chance.int(1, 100),
    stockLocationIds: chance.some(['7', '8']),
  };
  const version = loaded.version - (chance.flip(0.1) ? 1 : 0);
  const [reevaluate, productIds] = [chance.some(['price', 'quantity'] as const), chance.some(PRODUCTS)];
  return {
    anyOrder: true,
    ask: async ({ shop: { stores, merchantId, connectionId, at } }) => [
      await stores.settings.save(merchantId, connectionId, { version, settings: drawn, reevaluate }, at(ms)),
      await stores.settings.load(merchantId, connectionId),
      await stores.settings.rematch(merchantId, productIds, at(ms)),
    ],
  };
};

const inbox: Question = (chance, ms) => {
  const keys = chance.some([...CODES, 'A@2', `at-${ms}`]);
  const step = chance.int(0, 2);
  return {
    anyOrder: true,
    ask: async ({ shop: { stores, merchantId, at }, fence }) => {
      const added = [];
      for (const dedupeKey of keys) {
        const message = { source: 'lazada' as const, topic: '0', sellerId: null, dedupeKey, body: '{}' };
        added.push(await stores.inbox.add(merchantId, message, at(ms)));
      }
      const due = (await stores.inbox.due(merchantId, at(ms), 9)).toSorted((a, b) =>
        a.dedupeKey < b.dedupeKey ? -1 : 1,
      );
      const cameBefore = due[0] ? await stores.inbox.cameBefore(merchantId, due[0]) : null;
      if (step === 0 && due[0]) await stores.inbox.postpone(merchantId, due[0].id, at(ms + 2_000), 'x', fence);
      if (step === 1) await stores.inbox.processed(merchantId, due.slice(0, 2), at(ms), fence);
      if (step === 2) await stores.inbox.forgetProcessed(merchantId, at(ms - 5_000));
      const said = due.map(({ dedupeKey, attempts }) => [dedupeKey, attempts]);
      return [added, said, cameBefore, await stores.inbox.nextDueAt(merchantId)];
    },
  };
};

const renewals: Question = (chance, ms) => {
  const [step, days] = [chance.int(0, 4), chance.int(0, 3)];
  return {
    ask: async ({ shop: { stores, merchantId, connectionId, at }, fence }) => {
      const { connections, backfills } = stores;
      const known = await connections.renewal(merchantId, connectionId);
      const renewed = { tokens: lazadaTokens(at(ms)), renewAt: at(ms + 20_000), at: at(ms) };
      if (step === 0) await connections.wishRenewal(merchantId, connectionId, at(ms));
      if (step === 1 && known?.renewAt)
        await connections.claimRenewal(merchantId, connectionId, known.renewAt, at(ms + 3_000), fence);
      if (step === 2) await connections.saveTokens(merchantId, connectionId, renewed, fence);
      if (step === 3) await backfills.choose(merchantId, connectionId, { days, from: at(-days * 1_000) }, at(ms));
      if (step === 4)
        await backfills.advance(merchantId, connectionId, at(-days * 1_000), { cursor: null, total: 1 }, at(ms), fence);
      return [await connections.renewal(merchantId, connectionId), await backfills.load(merchantId, connectionId)];
    },
  };
};

const dueLanes: Question = (_chance, ms) => ({
  ask: ({ shop }) => shop.dueLanes(shop.at(ms)),
});

export const shopQuestions: Readonly<Record<string, Question>> = { issues, settings, inbox, renewals, dueLanes };
