import type { NamedVariant } from '../issue/codes';
import type { CatalogVariant } from './link';

/** Only what a message needs to name the variant. */
export function nameVariant({ variantId, productId, productTitle, variantTitle }: CatalogVariant): NamedVariant {
  return { variantId, productId, productTitle, variantTitle };
}
