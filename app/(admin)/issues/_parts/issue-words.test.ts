import IntlMessageFormat from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import en from '@/app/messages/en/issueCodes.json';
import vi from '@/app/messages/vi/issueCodes.json';
import { ISSUE_KINDS } from '@/src/domain/issue/kinds';
import { issueWords } from './issue-words';
import { mendLink } from './mend-link';

describe('R2.5 every issue has a sentence, a cause and a remedy in both languages', () => {
  test.each(Object.keys(ISSUE_KINDS))('%s', (code) => {
    for (const words of [vi, en] as Record<string, Record<string, string>>[]) {
      const said = words[code];
      expect(Object.keys(said ?? {}).toSorted()).toEqual(['cause', 'remedy', 'sentence', 'title']);
      // Even without a single fact the sentence can be written: a row of an older version stays readable.
      expect(() => new IntlMessageFormat(said?.sentence ?? '{', 'vi').format(issueWords({}))).not.toThrow();
    }
  });
});

test('R2.3 the variants whose barcodes repeat are named', () => {
  const variants = [
    { productTitle: 'Áo thun', variantTitle: 'Đỏ / M' },
    { productTitle: 'Áo thun', variantTitle: 'Đỏ / L' },
  ];
  const words = issueWords({ productTitle: 'Áo thun', repeats: [{ barcode: 'A', variants }] });
  expect(words.others).toBe('Áo thun – Đỏ / M, Áo thun – Đỏ / L');
  expect(issueWords({ ...variants[0], price: 150_000 })).toMatchObject({
    name: 'Áo thun – Đỏ / M',
    price: '150.000\u00a0₫',
  });
});

test('R10.10 an issue leads to the page that mends it', () => {
  const link = (row: Partial<Parameters<typeof mendLink>[0]>) =>
    mendLink(
      { code: 'variant_missing_barcode', subjectKind: 'variant', subjectId: '7', facts: {}, ...row },
      'https://hoa-mai.myharavan.com',
    );
  expect(link({ facts: { productId: '42' } })?.href).toBe('https://hoa-mai.myharavan.com/admin/products/42');
  expect(link({ code: 'seller_sku_not_found' })?.kind).toBe('lazada');
  expect(link({ code: 'order_create_failed', subjectKind: 'order', subjectId: '525' })?.href).toBe('/orders/525');
});
