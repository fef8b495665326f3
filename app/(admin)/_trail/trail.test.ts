import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from '@/app/messages/en/trail.json';
import vi from '@/app/messages/vi/trail.json';
import { foldAlike, trailWords } from './trail-words';

const none = () => null;

describe('R10.2 the trail in sentences', () => {
  test('both languages have the same kinds, and each can be written without a single fact', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
    for (const sentence of [...Object.values(vi), ...Object.values(en)]) {
      const words = { order: '', ...trailWords({}, none) };
      expect(() => new IntlMessageFormat(sentence, 'vi').format(words)).not.toThrow();
    }
  });

  test('facts become words', () => {
    const say = (group: string, key: string) => (group === 'lazada' && key === 'packed' ? 'Đã đóng gói' : null);
    const words = trailWords({ by: 'push', statuses: ['PACKED', 'packed', 'odd'], lagMs: 4_200 }, say);
    expect(new IntlMessageFormat(vi.order_seen, 'vi').format(words)).toBe(
      'Đã đọc đơn từ Lazada: Đã đóng gói, odd (Lazada báo), sau 4 giây',
    );
    const asked = trailWords({ by: 'backfill', statuses: ['packed'], lagMs: 172_867_000 }, say);
    expect(new IntlMessageFormat(vi.order_seen, 'vi').format(asked)).toBe(
      'Đã đọc đơn từ Lazada: Đã đóng gói (lấy đơn cũ)',
    );
    const skipped = new IntlMessageFormat(vi.order_skipped, 'vi').format(trailWords({ reason: 'unpaid' }, none));
    expect(skipped).toBe('Không đưa vào Haravan: khách chưa thanh toán');
  });

  test('neighbors that read alike are said once, with how often', () => {
    const rows = ['a', 'a', 'b', 'a'].map((sentence) => ({ sentence, lazadaOrderId: '1' }));
    expect(foldAlike(rows).map(({ sentence, times }) => `${sentence}${times}`)).toEqual(['a2', 'b1', 'a1']);
    expect(
      foldAlike([
        { sentence: 'a', lazadaOrderId: '1' },
        { sentence: 'a', lazadaOrderId: '2' },
      ]),
    ).toHaveLength(2);
  });
});
