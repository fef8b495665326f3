import type { Collection, CollectionRule } from '../entities/collection';
import type { Org } from '../entities/org';
import { type Product, type Variant, variantTitle } from '../entities/product';
import { stockTotals } from '../stock';

/** The products of a collection; of a hand-made one in its own order. */
export function productsIn(org: Org, collection: Collection): Product[] {
  if (collection.kind === 'smart')
    return [...org.products.values()].filter((product) => fits(org, product, collection));
  const collects = [...org.collects.values()].filter(({ collectionId }) => collectionId === collection.id);
  return collects.sort((a, b) => a.position - b.position).flatMap(({ productId }) => org.products.get(productId) ?? []);
}

function fits(org: Org, product: Product, { rules, disjunctive }: Collection): boolean {
  const holds = (rule: CollectionRule) => valuesOf(org, product, rule.column).some((value) => compare(value, rule));
  return rules.length > 0 && (disjunctive ? rules.some(holds) : rules.every(holds));
}

/** Columns and relations are Shopify's: the documentation names none (haravan.md §2.9). */
function valuesOf(org: Org, product: Product, column: string): (string | number)[] {
  const ofVariants = (read: (variant: Variant) => string | number) =>
    product.variantIds.flatMap((id) => org.variants.get(id) ?? []).map(read);
  switch (column) {
    case 'title':
      return [product.title];
    case 'type':
      return [product.productType];
    case 'vendor':
      return [product.vendor];
    case 'tag':
      return product.tags;
    case 'variant_title':
      return ofVariants(variantTitle);
    case 'variant_price':
      return ofVariants(({ price }) => price);
    case 'variant_compare_at_price':
      return ofVariants(({ compareAtPrice }) => compareAtPrice);
    case 'variant_weight':
      return ofVariants(({ grams }) => grams);
    case 'variant_inventory':
      return ofVariants(({ id }) => stockTotals(org, id).available);
    default:
      return [];
  }
}

function compare(value: string | number, { relation, condition }: CollectionRule): boolean {
  const [text, wanted] = [String(value).toLowerCase(), condition.toLowerCase()];
  switch (relation) {
    case 'equals':
      return typeof value === 'number' ? value === Number(condition) : text === wanted;
    case 'not_equals':
      return typeof value === 'number' ? value !== Number(condition) : text !== wanted;
    case 'greater_than':
      return Number(value) > Number(condition);
    case 'less_than':
      return Number(value) < Number(condition);
    case 'starts_with':
      return text.startsWith(wanted);
    case 'ends_with':
      return text.endsWith(wanted);
    case 'contains':
      return text.includes(wanted);
    case 'not_contains':
      return !text.includes(wanted);
    default:
      return false;
  }
}
