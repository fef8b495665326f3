import { expectedCatalogue, type ExpectedCatalogue, type Settings } from '@/tests/oracle/expected-catalogue';
import { figureDifferences, unlike } from '@/tests/oracle/figure-differences';
import type { Published } from '@/tests/oracle/expected-links';
import { orderDifferences } from '@/tests/oracle/order-differences';
import type { Merchant, Stage } from './stage';

export type Pair = { found: string[]; expected: ExpectedCatalogue };

const BOTH_ON: Settings = { price: true, quantity: true, stock: 'all' };

type LinkRow = { variantId: string; skuId: string };
type IssueRow = { code: string; subjectId: string };

async function linksOf({ database }: Stage, orgId: string): Promise<string[]> {
  const sql = `select l."variantId", l."skuId" from "ListingLink" l join "Merchant" m on m.id = l."merchantId" where m."orgId" = $1`;
  return (await database.rows<LinkRow>(sql, [orgId])).map(({ variantId, skuId }) => `link ${variantId} = ${skuId}`);
}

/** Open issues of the catalogue; those of orders and of access are judged where they belong. */
async function issuesOf({ database }: Stage, orgId: string): Promise<string[]> {
  const sql = `select i.code, i."subjectId" from "SyncIssue" i join "Merchant" m on m.id = i."merchantId"
    where m."orgId" = $1 and i."closedAt" is null and i."subjectKind" in ('variant', 'product')`;
  return (await database.rows<IssueRow>(sql, [orgId])).map(({ code, subjectId }) => `issue ${code} ${subjectId}`);
}

/** What both platforms and the database show of a merchant's catalogue, beside what the raw data demand (spec R2, R3). */
export async function judgeCatalogue(
  stage: Stage,
  { account }: Merchant,
  settings: Settings = BOTH_ON,
  published: Published = 'all',
): Promise<Pair> {
  const org = await stage.haravan.org(account.orgId);
  const seller = await stage.lazada.seller(account.seller.sellerId);
  const expected = expectedCatalogue(org, seller, settings, published);
  const links = expected.figures.map(({ variantId, sku }) => `link ${variantId} = ${sku.skuId}`);
  const issues = expected.issues.map(({ code, subjectId }) => `issue ${code} ${subjectId}`);
  const found = [
    ...unlike(await linksOf(stage, account.orgId), links),
    ...unlike(await issuesOf(stage, account.orgId), issues),
    ...figureDifferences(expected, seller),
  ];
  return { found, expected };
}

export const catalogueDifferences = async (stage: Stage, merchant: Merchant): Promise<string[]> =>
  (await judgeCatalogue(stage, merchant)).found;

/** Orders of a merchant that are not in Haravan as they must be (spec R4), with Kho tổng. */
export async function ordersNotRight({ haravan, lazada }: Stage, { account }: Merchant): Promise<string[]> {
  const org = await haravan.org(account.orgId);
  return orderDifferences(org, await lazada.seller(account.seller.sellerId), null);
}

/** Everything of a merchant that is not as it must be. */
export async function anythingNotRight(stage: Stage, merchant: Merchant): Promise<string[]> {
  return [...(await ordersNotRight(stage, merchant)), ...(await catalogueDifferences(stage, merchant))];
}
