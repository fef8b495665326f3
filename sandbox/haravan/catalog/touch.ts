import type { Org } from '../entities/org';
import type { Product } from '../entities/product';
import { formatProduct } from '../formatters/product';
import type { Platform } from '../platform';

/** A product or anything below it changed. */
export function touch(platform: Platform, org: Org, product: Product): void {
  product.updatedAt = platform.clock.now();
  platform.events.emit(org, 'products/update', formatProduct(org, product, platform.publicUrl()));
}
