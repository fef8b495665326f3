import type { IssueRow } from '@/src/queries/issues/issue-list';

const LAZADA_SELLER_CENTER = 'https://sellercenter.lazada.vn';
const LAZADA_PRODUCTS = `${LAZADA_SELLER_CENTER}/apps/product/list`;

export type MendLink = { kind: 'haravanProduct' | 'lazada' | 'order' | 'settings'; href: string; outside: boolean };

/** Where the cause is mended, on either side (R10.10); null when nothing can be done but wait. */
export function mendLink(
  row: Pick<IssueRow, 'code' | 'subjectKind' | 'subjectId' | 'facts'>,
  adminUrl: string,
): MendLink | null {
  if (row.code === 'seller_sku_not_found' || row.code === 'seller_sku_duplicate')
    return { kind: 'lazada', href: LAZADA_PRODUCTS, outside: true };
  if (row.code === 'seller_inactive') return { kind: 'lazada', href: LAZADA_SELLER_CENTER, outside: true };
  // Only whoever runs the app can do something.
  if (row.code === 'app_ip_blocked') return null;
  if (row.subjectKind === 'order') return { kind: 'order', href: `/orders/${row.subjectId}`, outside: false };
  const productId = row.facts.productId ?? (row.subjectKind === 'product' ? row.subjectId : null);
  if (typeof productId === 'string')
    return { kind: 'haravanProduct', href: `${adminUrl}/admin/products/${productId}`, outside: true };
  return row.subjectKind === 'connection' ? { kind: 'settings', href: '/settings', outside: false } : null;
}
