import { expect, test } from 'vitest';
import type { Turn } from '../ports/turn';
import { type MatchDeps, matchPublications } from './match-publications';

const none = async () => undefined;

/** So many products are due that have nothing to match; tells in which order batches were saved and others let go first. */
function rig(products: number) {
  const did: string[] = [];
  const due = Array.from({ length: products }, (_, index) => ({
    productId: `${index}`,
    version: 1,
    published: true,
  }));
  const deps: MatchDeps = {
    matches: {
      canMatch: async () => true,
      takeDue: async (_merchant, _connection, _now, limit) => due.splice(0, limit),
      nextDue: async () => null,
      postpone: none,
      closure: async () => ({ variants: [], listings: [], links: [] }),
      save: async (_merchant, _connection, { publications }) => void did.push(`saved ${publications.length}`),
      orphans: async () => ({ total: 0, links: [] }),
      settleOrphans: none,
    },
    publications: { finishRuns: none },
    issues: { report: none, close: none, replace: none } as never,
    turns: { request: none },
    clock: { now: () => 0 },
  };
  const turn: Turn = {
    ...{ lane: 'catalog', merchantId: 'm', connectionId: 'c', fence: { key: 'k', token: 1n } },
    shouldStop: () => false,
    keepAlive: async () => void did.push('kept alive'),
    letOthersGo: async () => void did.push('let others go'),
  };
  return { did, run: () => matchPublications(deps, turn, 'c', false) };
}

test('R7.2 matching, which no limit of a platform paces, lets others go first after every batch', async () => {
  const { did, run } = rig(250);
  expect(await run()).toEqual({ more: false, nextAt: null });
  const after = ['kept alive', 'let others go'];
  expect(did).toEqual(['saved 100', ...after, 'saved 100', ...after, 'saved 50', ...after]);
});
