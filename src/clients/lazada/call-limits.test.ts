import { describe, expect, it } from 'vitest';
import { lazadaAnswering, TEST_LAZADA_AUTH as auth } from './test-lazada';

const other = { ...auth, sellerId: '1002' };
const third = { ...auth, sellerId: '1003' };
const newest = { sortBy: 'updated_at', sortDirection: 'DESC' } as const;

/** Whether each call reached the platform, after one that was refused with this code. */
async function reachedOnceRefusedWith(code: string, seconds: number) {
  const message = `access frequency exceeds the limit. this ban will last ${seconds} seconds`;
  const { client, sent } = lazadaAnswering({ code, type: 'ISV', message });
  const reaches = async (call: () => Promise<unknown>) => {
    const before = sent.length;
    await call().catch(() => undefined);
    return sent.length > before;
  };
  const retryAfterMs = seconds * 1_000;
  await expect(client.listOrders(auth, newest)).rejects.toMatchObject({ kind: 'throttled', code, retryAfterMs });
  return {
    'same shop, same API': await reaches(() => client.listOrders(auth, newest)),
    'same shop, other API': await reaches(() => client.getOrder(auth, '1')),
    'other shop, same API': await reaches(() => client.listOrders(other, newest)),
    'other shop, other API': await reaches(() => client.getSeller(third)),
  };
}

describe('R7.2 a limit of Lazada keeps out whom it names, and nobody else (lazada.md §3.3)', () => {
  it.each(['SellerCallLimit', '901', '4154'])('%s: the shop', async (code) => {
    expect(await reachedOnceRefusedWith(code, 5)).toEqual({
      'same shop, same API': false,
      'same shop, other API': false,
      'other shop, same API': true,
      'other shop, other API': true,
    });
  });

  it.each(['ApiCallLimit', 'AppCallLimit'])('%s: the API of the app', async (code) => {
    expect(await reachedOnceRefusedWith(code, 5)).toEqual({
      'same shop, same API': false,
      'same shop, other API': true,
      'other shop, same API': false,
      'other shop, other API': true,
    });
  });
});
