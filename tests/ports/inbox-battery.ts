import { describe, expect, test } from 'vitest';
import { type GivenWorld, openShop } from './port-world';

const message = (dedupeKey: string, body = '{"x":1}') => {
  return { source: 'lazada' as const, topic: '0', sellerId: null, dedupeKey, body };
};

export function inboxBattery(given: GivenWorld): void {
  describe('inbox', () => {
    test('R8.4 a message is kept once, taken oldest first, and postponed or done', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const { inbox } = stores;
      const fence = await shop.fence('intake');
      const due = async (ms: number) => (await inbox.due(merchantId, at(ms), 9)).map((row) => row.dedupeKey);
      expect(await inbox.add(merchantId, message('b', 'kept as sent: ✓'), at(1_000))).toBe('stored');
      expect(await inbox.add(merchantId, message('a'), at(500))).toBe('stored');
      expect(await inbox.add(merchantId, message('b'), at(2_000))).toBe('duplicate');
      const [first, second] = await inbox.due(merchantId, at(1_000), 9);
      expect([first?.dedupeKey, second?.body]).toEqual(['a', 'kept as sent: ✓']);
      await inbox.postpone(merchantId, first?.id ?? '', at(9_000), 'later', fence);
      await inbox.processed(merchantId, [{ id: second?.id ?? '', error: 'not understood' }], at(1_500), fence);
      expect(await due(8_999)).toEqual([]);
      expect(await inbox.nextDueAt(merchantId)).toEqual(at(9_000));
      expect(await inbox.due(merchantId, at(9_000), 9)).toMatchObject([{ dedupeKey: 'a', attempts: 1 }]);
      await inbox.processed(merchantId, [{ id: first?.id ?? '' }], at(9_500));
      expect(await inbox.nextDueAt(merchantId)).toBeNull();
      await inbox.forgetProcessed(merchantId, at(9_500));
      expect(await inbox.add(merchantId, message('b'), at(10_000))).toBe('stored');
      expect(await inbox.add(merchantId, message('a'), at(10_000))).toBe('duplicate');
    });

    test('R5.2 the same words in a later installation are another message, and known to have come before', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const { inbox } = stores;
      await inbox.add(merchantId, message('hash@1'), at(1_000));
      await inbox.add(merchantId, message('hash@2'), at(2_000));
      const [one, two] = await inbox.due(merchantId, at(2_000), 9);
      if (!one || !two) throw new Error('both are kept');
      expect(await inbox.cameBefore(merchantId, one)).toBe(false);
      expect(await inbox.cameBefore(merchantId, two)).toBe(true);
      await inbox.processed(merchantId, [{ id: one.id }], at(3_000));
      await inbox.forgetProcessed(merchantId, at(9_000));
      expect(await inbox.cameBefore(merchantId, two)).toBe(true);
    });
  });
}
