import { describe, expect, test } from 'vitest';
import type { IssueReport } from '@/src/sync/ports/issues';
import { linkedShop } from './catalog-records';
import { type GivenWorld, openShop, type Shop } from './port-world';

const report = ({ connectionId }: Shop, subjectId: string, more: Partial<IssueReport> = {}): IssueReport => {
  const code = more.code ?? 'push_rejected';
  return {
    ...{ connectionId, code, key: `${code}:${subjectId}`, level: 'error', subjectKind: 'variant', subjectId },
    facts: { field: 'price' },
    ...more,
  };
};

export function issueBattery(given: GivenWorld): void {
  describe('issues', () => {
    test('R2.5 one open record per cause; seeing it again counts, its end and return make a new one', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, world } = shop;
      const open = async () => (await world.openIssues(merchantId)).map(({ key, count }) => `${key} ${count}`).sort();
      const one = report(shop, '11');
      await stores.issues.report(merchantId, [one, { ...one, platformMessage: 'no' }, report(shop, '12')]);
      await stores.issues.report(merchantId, [one]);
      expect(await open()).toEqual(['push_rejected:11 2', 'push_rejected:12 1']);
      await stores.issues.close(merchantId, ['push_rejected:11', 'none']);
      await stores.issues.report(merchantId, [one]);
      expect(await open()).toEqual(['push_rejected:11 1', 'push_rejected:12 1']);
    });

    test('replacing makes the open issues of subjects and codes equal to what was found', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, world } = shop;
      await stores.issues.report(merchantId, [
        report(shop, '11', { code: 'variant_missing_barcode' }),
        report(shop, '12', { code: 'variant_missing_barcode' }),
        report(shop, '11'),
        report(shop, '13', { code: 'variant_missing_barcode' }),
        report(shop, '14', { code: 'variant_missing_barcode', connectionId: null }),
      ]);
      const codes: IssueReport['code'][] = ['variant_missing_barcode', 'seller_sku_not_found'];
      const scope = { connectionId, subjectKind: 'variant' as const, subjectIds: ['11', '12', '14'], codes };
      const found = [
        report(shop, '12', { code: 'variant_missing_barcode' }),
        report(shop, '11', { code: 'seller_sku_not_found' }),
      ];
      await stores.issues.replace(merchantId, scope, found);
      const open = await world.openIssues(merchantId);
      expect(open.map(({ key, count }) => `${key} ${count}`).sort()).toEqual([
        'push_rejected:11 1',
        'seller_sku_not_found:11 1',
        'variant_missing_barcode:12 2',
        'variant_missing_barcode:13 1',
        'variant_missing_barcode:14 1',
      ]);
    });

    test('R3.1 a figure that is not sent any more has no trouble; a retry finds what the issues are about', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at, world } = shop;
      await linkedShop(shop, ['A']);
      await stores.issues.report(merchantId, [
        report(shop, '11'),
        report(shop, '11', { key: 'q', facts: { field: 'quantity' } }),
        report(shop, '11', { code: 'price_out_of_range' }),
        report(shop, '11', { code: 'campaign_locked' }),
        report(shop, 'o1', { code: 'order_line_unmatched', subjectKind: 'order' }),
        report(shop, '2', { code: 'variant_duplicate_barcode_in_product', subjectKind: 'product' }),
      ]);
      const { settings } = stores;
      const subjects = await settings.retrySubjects(merchantId, { connectionId });
      expect({ ...subjects, productIds: [...subjects.productIds].sort() }).toEqual({
        ...{ total: 6, variantIds: ['11'], productIds: ['1', '2'], connectionIds: [connectionId] },
        orders: [{ connectionId, lazadaOrderId: 'o1' }],
      });
      expect(await settings.retrySubjects(merchantId, { code: 'campaign_locked', connectionId })).toMatchObject({
        ...{ total: 1, productIds: ['1'], orders: [] },
      });
      await settings.closeIssuesOf(merchantId, connectionId, 'price', at(0));
      expect((await world.openIssues(merchantId)).map(({ key }) => key).sort()).toEqual([
        ...['campaign_locked:11', 'order_line_unmatched:o1', 'q', 'variant_duplicate_barcode_in_product:2'],
      ]);
    });
  });
}
