import { type ExpectedIssue, expectedLinks } from '@/tests/oracle/expected-links';
import { expectedPrice } from '@/tests/oracle/expected-price';
import type { HaravanOrg } from '@/tests/oracle/raw-haravan';
import type { LazadaSeller } from '@/tests/oracle/raw-lazada';
import { orgOf, sellerOf, type Shop } from './books';
import { type Truth, trulySellable } from './truly-sellable';

/** What the app says of a shop, as far as it can be compared. */
export type AppSays = {
  links: readonly { variantId: string; skuId: string }[];
  issues: readonly ExpectedIssue[];
  waiting: readonly { variantId: string; figure: string; blockedBy: string | null }[];
};

/** Lỗi speaks of these exactly when they are so; of other things it may remember more. */
const JUDGED = [
  ...['variant_missing_barcode', 'variant_duplicate_barcode_across_products', 'variant_duplicate_barcode_in_product'],
  ...['seller_sku_not_found', 'seller_sku_duplicate'],
  ...['price_invalid', 'price_out_of_range', 'price_below_promotion', 'quantity_untracked'],
];
/** With all trouble healed nobody has cause to say this. */
const NEVER = [
  ...['push_rejected', 'order_doubled', 'order_create_failed', 'order_total_mismatch', 'other_channel_writes_stock'],
  ...['feed_stopped', 'webhook_malformed', 'access_expired', 'order_status_unknown', 'order_canceled_at_haravan_only'],
];

function unlike(what: string, found: readonly string[], expected: readonly string[]): string[] {
  const [is, must] = [new Set(found), new Set(expected)];
  const missing = [...must].filter((one) => !is.has(one)).map((one) => `${what} missing: ${one}`);
  return [...missing, ...[...is].filter((one) => !must.has(one)).map((one) => `${what} too many: ${one}`)];
}

/** Links, issues, prices and quantities of a shop, against a fresh match of both catalogs. */
export function figureFaults(
  truth: Truth,
  shop: Shop,
  raw: { org: HaravanOrg; seller: LazadaSeller; published: ReadonlySet<number> },
  says: AppSays,
): string[] {
  const { links, issues } = expectedLinks(raw.org, raw.seller, raw.published);
  const expected = [...issues];
  const said: string[] = [];
  const waits = new Set<string>();
  for (const { variant, sku: shown } of links) {
    const subjectId = String(variant.id);
    const sku = sellerOf(truth.books, shop.sellerId).skus.get(shown.skuId);
    const own = orgOf(truth.books, shop.orgId).variants.get(variant.id);
    if (!sku || !own) continue;
    const named = `${shop.sellerId} ${sku.sellerSku}`;
    const price = expectedPrice(variant, shown);
    // A price that is there already is in nobody's way, whatever the range says.
    const isThere =
      price.kind === 'refused' && price.code === 'price_out_of_range' && Number(variant.price) === sku.price;
    if (shop.settings.price && price.kind === 'refused' && !isThere) {
      expected.push({ code: price.code, subjectId });
      waits.add(`price ${subjectId}`);
    }
    if (shop.settings.price && price.kind === 'price' && sku.price !== price.price) {
      said.push(`${named}: price ${sku.price}, not ${price.price}`);
    }
    if (!shop.settings.quantity) continue;
    if (!own.tracked) expected.push({ code: 'quantity_untracked', subjectId });
    const quantity = trulySellable(truth, shop, own);
    const isLocked = sku.sellable > quantity && sku.sellable <= sku.campaignLock;
    if (isLocked) waits.add(`quantity ${subjectId}`);
    if (own.tracked && sku.sellable !== quantity && !isLocked)
      said.push(`${named}: sellable ${sku.sellable}, not ${quantity}`);
  }
  const text = ({ code, subjectId }: ExpectedIssue) => `${code} ${subjectId}`;
  // Information that was written while the switch was being turned off says nothing wrong.
  const isMoot = (code: string) => code === 'quantity_untracked' && !shop.settings.quantity;
  const judged = says.issues.filter(({ code }) => JUDGED.includes(code) && !isMoot(code)).map(text);
  return [
    ...said,
    ...unlike(`${shop.sellerId} issue`, judged, expected.map(text)),
    ...says.issues
      .filter(({ code }) => NEVER.includes(code))
      .map((issue) => `${shop.sellerId} issue left: ${text(issue)}`),
    ...unlike(
      `${shop.sellerId} link`,
      says.links.map(({ variantId, skuId }) => `${variantId}=${skuId}`),
      links.map(({ variant, sku }) => `${variant.id}=${sku.skuId}`),
    ),
    ...says.waiting
      .filter(
        ({ figure, variantId }) =>
          shop.settings[figure as 'price' | 'quantity'] && !waits.has(`${figure} ${variantId}`),
      )
      .map(
        ({ figure, variantId, blockedBy }) =>
          `${shop.sellerId} ${figure} of ${variantId} waits for ever (${blockedBy})`,
      ),
  ];
}
