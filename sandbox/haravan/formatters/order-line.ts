import type { Org } from '../entities/org';
import { fulfillableOf, type OrderLine } from '../entities/order';
import { lineFulfillmentStatus } from '../orders/fulfillment-status';
import { decimal } from './decimal';

/** haravan.md §2.14 and, for the price fields, §2.16. */
export function formatOrderLine(org: Org, line: OrderLine) {
  return {
    fulfillable_quantity: fulfillableOf(line),
    fulfillment_service: null,
    fulfillment_status: lineFulfillmentStatus(line),
    grams: decimal(0),
    id: line.id,
    price: decimal(line.price),
    price_original: decimal(line.price + line.unitDiscount),
    price_promotion: decimal(0),
    product_id: line.productId,
    quantity: line.quantity,
    requires_shipping: true,
    sku: line.sku,
    title: line.title,
    variant_id: line.variantId,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    type: line.type,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    properties: line.properties,
    product_exists: line.variantId === null || org.variants.has(line.variantId),
    image: imageOf(org, line),
    applied_discounts: line.appliedDiscounts.map(({ description, amount }) => ({
      description,
      amount: decimal(amount),
    })),
    total_discount: decimal(line.unitDiscount),
    gift_card: false,
    taxable: true,
    tax_lines: null,
    barcode: line.barcode,
    actual_price: decimal(line.price),
    not_allow_promotion: false,
    ma_cost_amount: decimal(0),
  };
}

/** `attactment` is how Haravan spells it (haravan.md §2.14). A picture that this server draws itself has no address of its own. */
function imageOf(org: Org, line: OrderLine) {
  if (line.variantId === null) return null;
  const image = line.productId === null ? undefined : org.products.get(line.productId)?.images[0];
  const isElsewhere = image !== undefined && !image.src.startsWith('/');
  return { src: isElsewhere ? image.src : null, attactment: null, filename: image?.filename ?? null };
}
