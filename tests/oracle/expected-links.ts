import { byCode, codeOf } from './code';
import type { HaravanOrg, HaravanVariant } from './raw-haravan';
import type { LazadaSeller, LazadaSku } from './raw-lazada';

export type ExpectedLink = { variant: HaravanVariant; sku: LazadaSku };
/** `subjectId`: the product's id for a code repeated within it, else the variant's. */
export type ExpectedIssue = { code: string; subjectId: string };
export type ExpectedLinks = { links: ExpectedLink[]; issues: ExpectedIssue[] };

/** Which products the merchant put on the channel. */
export type Published = 'all' | ReadonlySet<number>;

type Codes = {
  bearers: ReadonlyMap<string, readonly HaravanVariant[]>;
  skus: ReadonlyMap<string, readonly LazadaSku[]>;
};

const isPublished = (published: Published, productId: number) => published === 'all' || published.has(productId);

function repeatsWithin(variants: readonly HaravanVariant[]): boolean {
  return [...byCode(variants, ({ barcode }) => barcode).values()].some((bearers) => bearers.length > 1);
}

function standsInSeveralProducts(bearers: readonly HaravanVariant[]): boolean {
  return new Set(bearers.map((variant) => variant.product_id)).size > 1;
}

/** One published variant, apart from what stops its whole product. */
function judge(variant: HaravanVariant, { bearers, skus }: Codes): LazadaSku | string {
  const code = codeOf(variant.barcode);
  if (code === null) return 'variant_missing_barcode';
  if (standsInSeveralProducts(bearers.get(code) ?? [])) return 'variant_duplicate_barcode_across_products';
  const [sku, ...more] = skus.get(code) ?? [];
  if (sku === undefined) return 'seller_sku_not_found';
  return more.length > 0 ? 'seller_sku_duplicate' : sku;
}

/** Found on the variant itself, so said also where the whole product is stopped. */
const ON_HARAVAN_SIDE = ['variant_missing_barcode', 'variant_duplicate_barcode_across_products'];

function judgeProduct(variants: readonly HaravanVariant[], codes: Codes): ExpectedLinks {
  const stopped = repeatsWithin(variants);
  const found: ExpectedLinks = { links: [], issues: [] };
  const [first] = variants;
  if (stopped && first) {
    found.issues.push({ code: 'variant_duplicate_barcode_in_product', subjectId: String(first.product_id) });
  }
  for (const variant of variants) {
    const verdict = judge(variant, codes);
    if (typeof verdict !== 'string') {
      if (!stopped) found.links.push({ variant, sku: verdict });
    } else if (!stopped || ON_HARAVAN_SIDE.includes(verdict)) {
      found.issues.push({ code: verdict, subjectId: String(variant.id) });
    }
  }
  return found;
}

/** What belongs together, and what does not and why (spec R2.1, R2.3, R2.5; design §4). */
export function expectedLinks(org: HaravanOrg, seller: LazadaSeller, published: Published = 'all'): ExpectedLinks {
  const all = org.products.flatMap((product) => product.variants);
  const codes: Codes = {
    bearers: byCode(all, ({ barcode }) => barcode),
    skus: byCode(
      seller.items.flatMap((item) => item.skus),
      ({ sellerSku }) => sellerSku,
    ),
  };
  const judged = org.products
    .filter((product) => isPublished(published, product.id))
    .map((product) => judgeProduct(product.variants, codes));
  return { links: judged.flatMap(({ links }) => links), issues: judged.flatMap(({ issues }) => issues) };
}
