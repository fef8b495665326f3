import type { Issue, NamedVariant } from './codes';

/** Haravan's title for the one variant of a product without options (haravan.md §2.6). */
const defaultTitle = /^default title$/i;

function variantName({ productTitle, variantTitle }: NamedVariant): string {
  return variantTitle.trim() === '' || defaultTitle.test(variantTitle.trim()) ? productTitle : variantTitle;
}

/** The help page's line or the platform's own words, letter by letter (spec R2.5); null where there is none. */
export function firstLine(issue: Issue): string | null {
  if (issue.code === 'variant_missing_barcode') return `${variantName(issue.facts)}/default title không có barcode`;
  if (issue.code === 'seller_sku_not_found') return `Lazada Error ${issue.facts.barcode} SELLER_SKU_NOT_FOUND`;
  return 'platformMessage' in issue.facts ? issue.facts.platformMessage : null;
}
