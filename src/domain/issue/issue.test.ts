import { describe, expect, test } from 'vitest';
import {
  itemId,
  lazadaOrderId,
  orderItemId,
  packageId,
  productId,
  skuId,
  toBarcode,
  toSellerSku,
  variantId,
} from '../ids';
import type { Barcode, SellerSku } from '../ids';
import { dong } from '../money';
import type { Issue, IssueCode } from './codes';
import { firstLine } from './first-line';
import { issueKey } from './key';
import { ISSUE_KINDS, issueSubject } from './kinds';

const barcode = toBarcode('8938') as Barcode;
const sellerSku = toSellerSku('8938') as SellerSku;
const named = {
  variantId: variantId('v1'),
  productId: productId('p1'),
  productTitle: 'Áo thun',
  variantTitle: 'Đỏ / M',
};
const listing = { itemId: itemId('i1'), skuId: skuId('s1'), sellerSku };
const words = { platformCode: '4119', platformMessage: 'The price is out of range, should between (0.50, 1.00)' };
const order = { orderId: lazadaOrderId('100') };
const items = { ...order, orderItemIds: [orderItemId('102'), orderItemId('101')] };
const parcel = { ...items, packageId: packageId('P1') };

/** One of each code, with its key, subject, level and turn. */
const ROWS: readonly [Issue, string, string, string][] = [
  [{ code: 'variant_missing_barcode', facts: named }, 'v1', 'variant v1', 'error haravan'],
  [
    {
      code: 'variant_duplicate_barcode_in_product',
      facts: { productId: productId('p1'), productTitle: 'Áo', repeats: [] },
    },
    'p1',
    'product p1',
    'error haravan',
  ],
  [
    { code: 'variant_duplicate_barcode_across_products', facts: { ...named, barcode, others: [] } },
    'v1',
    'variant v1',
    'error haravan',
  ],
  [{ code: 'seller_sku_duplicate', facts: { ...named, sellerSku, listings: [] } }, 'v1', 'variant v1', 'error lazada'],
  [{ code: 'seller_sku_not_found', facts: { ...named, barcode } }, 'v1', 'variant v1', 'error lazada'],
  [{ code: 'link_lost', facts: { listings: [listing] } }, '', 'connection', 'warning lazada'],
  [{ code: 'price_invalid', facts: { ...named, price: 0, why: 'zero' } }, 'v1', 'variant v1', 'error haravan'],
  [
    { code: 'price_out_of_range', facts: { ...named, ...listing, ...words, price: dong(1) } },
    'v1',
    'variant v1',
    'error haravan',
  ],
  [
    { code: 'price_below_promotion', facts: { ...named, ...listing, ...words, price: dong(1) } },
    'v1',
    'variant v1',
    'error lazada',
  ],
  [
    { code: 'push_rejected', facts: { ...named, ...listing, ...words, field: 'price' } },
    'v1:price',
    'variant v1',
    'error lazada',
  ],
  [
    { code: 'campaign_locked', facts: { ...named, ...listing, ...words, wanted: 1, floor: 4, owed: 3 } },
    'v1',
    'variant v1',
    'warning wait',
  ],
  [{ code: 'quantity_untracked', facts: named }, 'v1', 'variant v1', 'info haravan'],
  [{ code: 'stock_locations_missing', facts: { locationIds: [] } }, '', 'connection', 'error haravan'],
  [
    { code: 'order_location_outside_stock', facts: { locationId: 'A' as never, stockLocationIds: [] } },
    '',
    'connection',
    'warning haravan',
  ],
  [
    {
      code: 'order_line_unmatched',
      facts: { ...order, orderItemId: orderItemId('101'), sellerSku: null, title: 'Áo' },
    },
    '100:101',
    'order 100',
    'error haravan',
  ],
  [{ code: 'order_create_failed', facts: { ...order, ...words } }, '100', 'order 100', 'error wait'],
  [{ code: 'order_doubled', facts: { ...order, haravanOrderIds: [] } }, '100', 'order 100', 'error haravan'],
  [
    { code: 'order_total_mismatch', facts: { ...order, linesTotal: dong(1), platformTotal: dong(2) } },
    '100',
    'order 100',
    'warning haravan',
  ],
  [{ code: 'order_status_unknown', facts: { ...items, status: 'odd' } }, '100:odd', 'order 100', 'warning wait'],
  [{ code: 'order_canceled_at_haravan_only', facts: items }, '100', 'order 100', 'error lazada'],
  [{ code: 'cancellation_while_processing_at_haravan', facts: items }, '100', 'order 100', 'error haravan'],
  [{ code: 'package_lost', facts: parcel }, '100:P1', 'order 100', 'warning lazada'],
  [{ code: 'package_damaged', facts: parcel }, '100:P1', 'order 100', 'warning lazada'],
  [{ code: 'package_scrapped', facts: { ...parcel, packageId: null } }, '100:101+102', 'order 100', 'warning lazada'],
  [{ code: 'return_failed', facts: parcel }, '100:P1', 'order 100', 'warning lazada'],
  [
    { code: 'action_refused', facts: { ...order, ...words, action: 'cancel' } },
    '100:cancel',
    'order 100',
    'error lazada',
  ],
  [
    { code: 'cancel_requested', facts: { ...order, orderItemIds: [orderItemId('11')], untilMs: 1 } },
    '100',
    'order 100',
    'error lazada',
  ],
  [{ code: 'multi_warehouse_shop', facts: { warehouseCodes: ['a', 'b'] } }, '', 'connection', 'warning lazada'],
  [{ code: 'other_channel_writes_stock', facts: { channel: 'lazada' } }, 'lazada', 'connection', 'warning haravan'],
  [{ code: 'feed_stopped', facts: { feed: 'orders', lastReadAtMs: null } }, 'orders', 'connection', 'error wait'],
  [{ code: 'quantity_fulfilled_by_lazada', facts: named }, 'v1', 'variant v1', 'info wait'],
  [{ code: 'access_expired', facts: { expiredAtMs: 1 } }, '', 'connection', 'error haravan'],
  [{ code: 'access_revoked', facts: { refusedAtMs: 1 } }, '', 'connection', 'error haravan'],
  [{ code: 'access_unrenewable', facts: { deadlineAtMs: 1 } }, '', 'connection', 'info lazada'],
  [{ code: 'app_ip_blocked', facts: words }, '', 'connection', 'error wait'],
  [{ code: 'seller_inactive', facts: { status: 'INACTIVE' } }, '', 'connection', 'error lazada'],
  [{ code: 'access_expiring', facts: { deadlineAtMs: 1, daysLeft: 7 } }, '', 'connection', 'warning haravan'],
  [
    { code: 'webhook_malformed', facts: { platform: 'lazada', topic: '0', why: 'no order id' } },
    'lazada:0',
    'connection',
    'warning wait',
  ],
];

function of(code: IssueCode): Issue {
  const row = ROWS.find(([issue]) => issue.code === code);
  if (row === undefined) throw new Error(`no row for ${code}`);
  return row[0];
}

describe('R10.10 every issue', () => {
  test.each(ROWS.map(([issue, ...rest]) => [issue.code, issue, ...rest] as const))(
    '%s',
    (code, issue, key, subject, kind) => {
      expect(issueKey(issue)).toBe(key === '' ? code : `${code}:${key}`);
      const about = issueSubject(issue);
      expect(about.kind === 'connection' ? about.kind : `${about.kind} ${about.id}`).toBe(subject);
      expect(`${ISSUE_KINDS[code].level} ${ISSUE_KINDS[code].turn}`).toBe(kind);
    },
  );

  test('no code is without a row', () => {
    expect(Object.keys(ISSUE_KINDS).sort()).toEqual(ROWS.map(([issue]) => issue.code).sort());
  });

  test('R2.5 the key does not depend on facts that change while the issue stays open', () => {
    const renamed: Issue = { code: 'variant_missing_barcode', facts: { ...named, productTitle: 'Áo polo' } };
    const reordered: Issue = {
      code: 'package_scrapped',
      facts: { ...items, packageId: null, orderItemIds: items.orderItemIds.toReversed() },
    };
    expect(issueKey(renamed)).toBe(issueKey(of('variant_missing_barcode')));
    expect(issueKey(reordered)).toBe(issueKey(of('package_scrapped')));
  });
});

describe('R2.5 the line that merchants know', () => {
  test.each([
    ['Đỏ / M', 'Đỏ / M/default title không có barcode'],
    ['Default Title', 'Áo thun/default title không có barcode'],
    ['default title', 'Áo thun/default title không có barcode'],
    ['', 'Áo thun/default title không có barcode'],
  ])('no barcode, variant %j', (variantTitle, line) => {
    expect(firstLine({ code: 'variant_missing_barcode', facts: { ...named, variantTitle } })).toBe(line);
  });

  test('no such SKU on Lazada', () => {
    expect(firstLine(of('seller_sku_not_found'))).toBe('Lazada Error 8938 SELLER_SKU_NOT_FOUND');
  });

  test.each([
    'price_out_of_range',
    'price_below_promotion',
    'push_rejected',
    'order_create_failed',
    'action_refused',
  ] as const)('%s: the platform’s own words, letter by letter', (code) => {
    expect(firstLine(of(code))).toBe('The price is out of range, should between (0.50, 1.00)');
  });

  test('where there is no such line, none is made up', () => {
    expect(firstLine(of('access_expired'))).toBeNull();
  });
});
