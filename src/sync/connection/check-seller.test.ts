import { expect, test } from 'vitest';
import type { IssueReport } from '../ports/issues';
import { createCheckSeller } from './check-seller';

async function check(status: string | undefined) {
  const open = new Map<string, IssueReport>([['c:seller_inactive', {} as IssueReport]]);
  const names: string[] = [];
  const seller = { sellerId: '1', name: 'Hoa Mai', status, isVerified: true, isCrossBorder: false };
  await createCheckSeller({
    lazada: { getSeller: async () => seller },
    access: { lazada: async () => ({ accessToken: 't', sellerId: '1' }) },
    connections: { saveShopName: async (_merchantId, _connectionId, name) => void names.push(name) },
    issues: {
      report: async (_merchantId, reports) => {
        for (const report of reports) open.set(report.key, report);
      },
      close: async (_merchantId, keys) => {
        for (const key of keys) open.delete(key);
      },
      replace: async () => {},
    },
  })('m', 'c');
  return { names, open: [...open.values()] };
}

test('R1.4 a seller that Lazada does not let sell is told, until it is active again', async () => {
  const { open, names } = await check('INACTIVE');
  expect(open).toMatchObject([{ code: 'seller_inactive', level: 'error', facts: { status: 'INACTIVE' } }]);
  expect(names).toEqual(['Hoa Mai']);
  expect((await check('ACTIVE')).open).toEqual([]);
  expect((await check(undefined)).open).toEqual([]);
});
