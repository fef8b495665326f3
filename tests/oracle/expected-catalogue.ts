import { type ExpectedIssue, expectedLinks, type Published } from './expected-links';
import { expectedPrice } from './expected-price';
import { expectedQuantity, type StockChoice } from './expected-quantity';
import type { HaravanOrg } from './raw-haravan';
import type { LazadaSeller, LazadaSku } from './raw-lazada';

/** Which figures are sent, and from which stock (Cấu hình). */
export type Settings = { price: boolean; quantity: boolean; stock: StockChoice };

/** null: never to be written by us. */
export type ExpectedFigures = { variantId: number; sku: LazadaSku; price: number | null; quantity: number | null };

export type ExpectedCatalogue = {
  figures: ExpectedFigures[];
  /** All that Lỗi must list, of every level. */
  issues: ExpectedIssue[];
  /** The tabs of Sản phẩm once nothing waits any more. */
  counts: { all: number; synced: number; issue: number };
};

/** Says something, stops nothing. */
const INFORMATION = ['quantity_untracked'];

function countStopped(org: HaravanOrg, issues: readonly ExpectedIssue[], published: Published) {
  const subjects = new Set(issues.filter(({ code }) => !INFORMATION.includes(code)).map(({ subjectId }) => subjectId));
  const variants = org.products
    .filter((product) => published === 'all' || published.has(product.id))
    .flatMap((product) => product.variants);
  const stopped = variants.filter(({ id, product_id }) => subjects.has(String(id)) || subjects.has(String(product_id)));
  return { all: variants.length, synced: variants.length - stopped.length, issue: stopped.length };
}

/** Everything that must be so on Lazada and in the app once all work is done, from the raw state of both platforms. */
export function expectedCatalogue(
  org: HaravanOrg,
  seller: LazadaSeller,
  settings: Settings,
  published: Published = 'all',
): ExpectedCatalogue {
  const { links, issues: matching } = expectedLinks(org, seller, published);
  const issues = [...matching];
  const figures = links.map(({ variant, sku }): ExpectedFigures => {
    const subjectId = String(variant.id);
    const price = expectedPrice(variant, sku);
    const quantity = expectedQuantity(variant, org, seller, settings.stock);
    if (settings.price && price.kind === 'refused') issues.push({ code: price.code, subjectId });
    if (settings.quantity && quantity === null) issues.push({ code: 'quantity_untracked', subjectId });
    return {
      variantId: variant.id,
      sku,
      price: settings.price && price.kind === 'price' ? price.price : null,
      quantity: settings.quantity ? quantity : null,
    };
  });
  return { figures, issues, counts: countStopped(org, issues, published) };
}
