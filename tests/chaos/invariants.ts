import type { HaravanControls } from '@/tests/controls/haravan-controls';
import type { LazadaControls } from '@/tests/controls/lazada-controls';
import type { DatabaseReader } from '@/tests/controls/database-reader';
import { type ExpectedCatalogue, expectedCatalogue } from '@/tests/oracle/expected-catalogue';
import { figureDifferences, unlike } from '@/tests/oracle/figure-differences';
import { expectedOrder, isExpected } from '@/tests/oracle/expected-order';
import { orderDifferences } from '@/tests/oracle/order-differences';
import type { HaravanOrg } from '@/tests/oracle/raw-haravan';
import type { LazadaSeller } from '@/tests/oracle/raw-lazada';

export type View = {
  haravan: HaravanControls;
  lazada: LazadaControls;
  database: DatabaseReader;
  orgId: string;
  sellerId: string;
};

/** What Lỗi says. */
const ISSUES = `SELECT code || ' ' || "subjectId" AS what FROM "SyncIssue" WHERE "closedAt" IS NULL`;

/** Wishes that nobody has fulfilled and no issue tells of. */
const UNDONE = `
  SELECT 'push ' || "variantId" || ' ' || figure AS what FROM "Push" WHERE wanted > done AND outcome <> 'issue'
  UNION ALL SELECT 'order ' || "lazadaOrderId" FROM "ChannelOrder" WHERE wanted > done
  UNION ALL SELECT 'message ' || topic FROM "InboxMessage" WHERE "processedAt" IS NULL
  UNION ALL SELECT 'product ' || "productId" FROM "ProductRefresh" WHERE wanted > done
  UNION ALL SELECT 'publication ' || "productId" FROM "Publication" WHERE wanted > matched`;

/** Nothing more comes of such an item, so a line without a variant is no trouble any more. */
const ENDED = ['delivered', 'returned', 'canceled'];

/** All that Lỗi must list: what the oracle says of the catalogue, and each item whose line is no variant's (spec R2.5, R4.1). */
function dueIssues({ issues }: ExpectedCatalogue, org: HaravanOrg, { orders }: LazadaSeller): string[] {
  const unmatched = orders.filter(isExpected).flatMap((order) => {
    const { lines } = expectedOrder(order, org, null);
    const items = order.items.filter(({ status }, at) => !ENDED.includes(status) && lines[at]?.variantId === null);
    return items.map(() => ({ code: 'order_line_unmatched', subjectId: order.orderId }));
  });
  return [...issues, ...unmatched].map(({ code, subjectId }) => `${code} ${subjectId}`);
}

/** What is not as it must be once everything is well again (spec R8.1): both platforms' books against the oracle. */
export async function wrongNow({ haravan, lazada, database, orgId, sellerId }: View): Promise<string[]> {
  const [org, seller] = await Promise.all([haravan.org(orgId), lazada.seller(sellerId)]);
  const expected = expectedCatalogue(org, seller, { price: true, quantity: true, stock: 'all' });
  const undone = await database.rows<{ what: string }>(UNDONE);
  const issues = await database.rows<{ what: string }>(ISSUES);
  return [
    ...orderDifferences(org, seller, null),
    ...figureDifferences(expected, seller),
    ...undone.map(({ what }) => `undone: ${what}`),
    ...unlike(
      issues.map(({ what }) => what),
      dueIssues(expected, org, seller),
    ).map((issue) => `Lỗi: ${issue}`),
  ];
}
