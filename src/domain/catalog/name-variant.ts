import type { NamedVariant } from '../issue/codes';
import type { CatalogVariant } from './link';

export function nameVariant({ variantId, productId, productTitle, variantTitle }: CatalogVariant): NamedVariant {
  return { variantId, productId, productTitle, variantTitle };
}
