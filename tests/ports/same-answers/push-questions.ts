import type { DuePush, PushEnd } from '@/src/sync/ports/stock';
import { VARIANTS } from './catalog-questions';
import type { Chance, Question, Side } from './question';

const FIGURES = ['price', 'quantity'] as const;

const wishPushes: Question = (chance, ms) => {
  const variantIds = chance.flip(0.2) ? ('all' as const) : chance.some(VARIANTS);
  const means = { variantIds, figures: chance.some(FIGURES), cause: chance.pick(['drift', 'price_changed']) };
  const wish = { ...means, forgetBelief: chance.flip(0.3), resetAttempts: chance.flip(0.3) };
  return { ask: ({ shop: { stores, merchantId, at } }) => stores.pushes.wish(merchantId, wish, at(ms)) };
};

function endOf(chance: Chance, ms: number, { shop: { at } }: Side, push: DuePush): PushEnd {
  const { variantId, skuId, linkedAt, figure, version, believed, attempts } = push;
  const shared = { variantId, skuId, linkedAt, figure, version, explanation: { cause: push.cause } };
  const readBackAt = chance.flip(0.2) ? at(ms + 3_000) : undefined;
  if (chance.flip()) {
    const seen = chance.flip(0.8) ? believed.at : at(1);
    const learned = chance.flip(0.7) ? { value: chance.maybe(chance.int(0, 9)), seen } : undefined;
    const sent = chance.flip() ? chance.int(0, 9) : undefined;
    const done = { kind: 'done', outcome: 'synced', owed: chance.maybe(2), wasReadBack: push.mustReadBack } as const;
    return { ...shared, ...done, learned, sent, readBackAt };
  }
  const parked = { kind: 'parked', outcome: 'issue', dueAt: at(ms + chance.int(0, 9_000)), blockedBy: 'x' } as const;
  const owed = chance.flip(0.3) ? 3 : undefined;
  return { ...shared, ...parked, attempts: attempts + 1, forgetBelief: chance.flip(), owed, readBackAt };
}

const NO_NEWS = { figure: 'quantity', judged: [], found: [] } as const;

const settlePushes: Question = async (chance, ms, one) => {
  const { stores, merchantId, connectionId, at } = one.shop;
  const due = await stores.pushes.takeDue(merchantId, connectionId, chance.pick(FIGURES), at(ms), 3);
  const ends = chance.some(due).map((push) => endOf(chance, ms, one, push));
  // What is wished during the work stays wished.
  const meanwhile = { variantIds: chance.some(VARIANTS), figures: FIGURES, cause: 'meanwhile' };
  return {
    ask: async ({ shop, fence }) => {
      await shop.stores.pushes.wish(shop.merchantId, meanwhile, shop.at(ms));
      return shop.stores.pushes.settle(
        shop.merchantId,
        shop.connectionId,
        { ends, issues: NO_NEWS },
        shop.at(ms + 10),
        fence,
      );
    },
  };
};

const look: Question = (chance, ms) => {
  const [figure, limit] = [chance.pick(FIGURES), chance.int(1, 5)];
  const [behind, variantId] = [chance.int(0, ms), chance.pick(VARIANTS)];
  return {
    ask: async ({ shop: { stores, merchantId, connectionId, at } }) => [
      await stores.pushes.takeDue(merchantId, connectionId, figure, at(ms), limit),
      await stores.pushes.takeDue(merchantId, connectionId, figure, at(ms), limit, { at: at(behind), variantId }),
      await stores.pushes.nextDue(merchantId, connectionId, FIGURES),
    ],
  };
};

export const pushQuestions: Readonly<Record<string, Question>> = { wishPushes, settlePushes, lookAtPushes: look };
