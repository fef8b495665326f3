import { found, refuseField } from '../envelope';
import type { OrderLine } from '../entities/order';
import type { Org } from '../entities/org';
import { DEFAULT_VALUE, variantTitle } from '../entities/product';
import type { Platform } from '../platform';
import type { LineDraft } from './order-draft';

/** Sent discounts are for the whole line, stored ones per unit; the sent price is already reduced (haravan.md §2.16). */
export function linesOf(platform: Platform, org: Org, drafts: readonly LineDraft[]): OrderLine[] {
  const described = drafts.map((draft) => ({ draft, about: describe(platform, org, draft) }));
  return described.map(({ draft, about }) => ({
    id: platform.store.nextId('line'),
    ...about,
    quantity: draft.quantity,
    price: draft.price ?? about.listPrice,
    unitDiscount: (draft.total_discount ?? 0) / draft.quantity,
    appliedDiscounts: (draft.applied_discounts ?? []).map((discount) => ({
      description: discount.description ?? null,
      amount: discount.amount / draft.quantity,
    })),
    properties: (draft.properties ?? []).map(({ name, value }) => ({ name, value })),
    fulfilled: 0,
    removed: 0,
    refunded: 0,
    restocked: 0,
  }));
}

type Described = Pick<
  OrderLine,
  'productId' | 'variantId' | 'title' | 'variantTitle' | 'sku' | 'barcode' | 'vendor' | 'type' | 'tracked'
> & { listPrice: number };

function describe({ store }: Platform, org: Org, draft: LineDraft): Described {
  if (draft.variant_id === undefined) return describeCustom(draft);
  const variant = found(store, org.variants.get(draft.variant_id));
  const product = found(store, org.products.get(variant.productId));
  return {
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variantTitle(variant) === DEFAULT_VALUE ? '' : variantTitle(variant),
    sku: variant.sku,
    barcode: variant.barcode,
    vendor: product.vendor,
    type: product.productType,
    tracked: variant.tracked,
    listPrice: variant.price,
  };
}

/** A line that belongs to no variant. */
function describeCustom({ title, sku, barcode, price, variant_title }: LineDraft): Described {
  if (title === undefined) throw refuseField('line_items.title', "can't be blank");
  if (price === undefined) throw refuseField('line_items.price', "can't be blank");
  return {
    productId: null,
    variantId: null,
    title,
    variantTitle: variant_title ?? '',
    sku: sku ?? null,
    barcode: barcode ?? null,
    vendor: null,
    type: null,
    tracked: false,
    listPrice: price,
  };
}
