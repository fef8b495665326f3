import type { Org } from '../entities/org';
import { type Product, type Variant, variantTitle } from '../entities/product';
import { stockTotals } from '../stock';
import { decimal } from './decimal';
import { time } from './time';

/** haravan.md §2.7 */
export function formatVariant(org: Org, product: Product, variant: Variant) {
  const totals = stockTotals(org, variant.id);
  const [option1 = null, option2 = null, option3 = null] = variant.options;
  return {
    barcode: variant.barcode,
    compare_at_price: decimal(variant.compareAtPrice),
    created_at: time(variant.createdAt),
    fulfillment_service: null,
    grams: decimal(variant.grams),
    id: variant.id,
    inventory_management: variant.tracked ? 'haravan' : null,
    inventory_policy: variant.policy,
    inventory_quantity: totals.available,
    old_inventory_quantity: totals.available,
    inventory_quantity_adjustment: null,
    position: product.variantIds.indexOf(variant.id) + 1,
    price: decimal(variant.price),
    product_id: variant.productId,
    requires_shipping: variant.requiresShipping,
    sku: variant.sku,
    taxable: variant.taxable,
    title: variantTitle(variant),
    updated_at: time(variant.updatedAt),
    image_id: variant.imageId,
    option1,
    option2,
    option3,
    variant_units:
      variant.units.length === 0 ? null : variant.units.map((unit) => ({ ...unit, price: decimal(unit.price) })),
    lot_support: false,
    inventory_advance: variant.tracked
      ? {
          qty_available: totals.available,
          qty_onhand: totals.onHand,
          qty_commited: totals.committed,
          qty_incoming: totals.incoming,
        }
      : null,
  };
}
