import type { HaravanControls } from '@/tests/controls/haravan-controls';
import type { LazadaControls } from '@/tests/controls/lazada-controls';
import type { DatabaseReader } from '@/tests/controls/database-reader';
import { expectedCatalogue } from '@/tests/oracle/expected-catalogue';
import { figureDifferences } from '@/tests/oracle/figure-differences';
import { orderDifferences } from '@/tests/oracle/order-differences';

export type View = {
  haravan: HaravanControls;
  lazada: LazadaControls;
  database: DatabaseReader;
  orgId: string;
  sellerId: string;
};

/** Wishes that nobody has fulfilled and no issue tells of. */
const UNDONE = `
  SELECT 'push ' || "variantId" || ' ' || figure AS what FROM "Push" WHERE wanted > done AND outcome <> 'issue'
  UNION ALL SELECT 'order ' || "lazadaOrderId" FROM "ChannelOrder" WHERE wanted > done
  UNION ALL SELECT 'message ' || topic FROM "InboxMessage" WHERE "processedAt" IS NULL
  UNION ALL SELECT 'product ' || "productId" FROM "ProductRefresh" WHERE wanted > done
  UNION ALL SELECT 'publication ' || "productId" FROM "Publication" WHERE wanted > matched`;

/** What is not as it must be once everything is well again (spec R8.1): both platforms' books against the oracle. */
export async function wrongNow({ haravan, lazada, database, orgId, sellerId }: View): Promise<string[]> {
  const [org, seller] = await Promise.all([haravan.org(orgId), lazada.seller(sellerId)]);
  const expected = expectedCatalogue(org, seller, { price: true, quantity: true, stock: 'all' });
  const undone = await database.rows<{ what: string }>(UNDONE);
  return [
    ...orderDifferences(org, seller, null),
    ...figureDifferences(expected, seller),
    ...undone.map(({ what }) => `undone: ${what}`),
  ];
}
