import { expect, it } from 'vitest';
import { PlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded, type ConnectionView } from '../ports/access';
import type { OrderFeed } from '../ports/wishes';
import { readFeeds } from './read-feeds';

const refused = new PlatformError({ kind: 'unauthorized', platform: 'lazada', operation: 'orders.list' });
type Shop = { status?: ConnectionView['status']; feed: number | null | Error };

function read(shops: Record<string, Shop>) {
  const connections = Object.entries(shops).map(
    ([id, { status = 'active' }]) => ({ id, status }) as unknown as ConnectionView,
  );
  const feed = {
    async read(_merchantId, connectionId) {
      const at = shops[connectionId]?.feed ?? null;
      if (at instanceof Error) throw at;
      return { feedAt: at === null ? null : new Date(at), changedVariantIds: [] };
    },
  } satisfies OrderFeed;
  return readFeeds({ access: { connections: async () => connections }, feed }, 'm', 'own');
}

it.each([
  ['the own feed', { own: { feed: 5 } }, 5],
  ['the oldest of all', { own: { feed: 5 }, other: { feed: 3 } }, 3],
  ['none when one could not be read', { own: { feed: 5 }, other: { feed: null } }, null],
  ['none when the own could not be read', { own: { feed: null }, other: { feed: 3 } }, null],
  ['not of a lapsed shop', { own: { feed: 5 }, other: { status: 'expired', feed: null } }, 5],
  ['not of a shop whose access just ended', { own: { feed: 5 }, other: { feed: new AccessEnded('expired') } }, 5],
  ['none when another shop refuses us', { own: { feed: 5 }, other: { feed: refused } }, null],
] as const)('R3.5 fresh as %s', async (_what, shops, at) => {
  expect(await read(shops)).toBe(at);
});

it('R1.4 the own shop refusing us is for the turn', async () => {
  await expect(read({ own: { feed: refused }, other: { feed: 1 } })).rejects.toBe(refused);
});
