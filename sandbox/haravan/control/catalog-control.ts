import type { VariantDraft as VariantChange } from '../catalog/product-draft';
import { announceProduct, deleteProduct } from '../catalog/products';
import { touch } from '../catalog/touch';
import { changeVariant, deleteVariant } from '../catalog/variants';
import type { Org } from '../entities/org';
import { loadProduct, loadVariant } from '../load';
import type { Platform } from '../platform';
import type { HaravanProductSeed, HaravanVariantSeed } from '../seed';
import { moveStock, setOnHand } from '../stock';
import { known, knownOrg } from './known';

export type VariantDraft = Partial<Omit<HaravanVariantSeed, 'price'>> & { price: number };
export type ProductDraft = Partial<Omit<HaravanProductSeed, 'variants'>> & { title: string; variants: VariantDraft[] };
export type StockChange = { orgId: string; locationId: number; variantId: number } & (
  | { onHand: number }
  | { delta: number }
);

/** The merchant's goods. Every change emits its webhooks. */
export function createCatalogControl(platform: Platform) {
  const { store } = platform;
  const orgOf = (orgId: string) => knownOrg(platform, orgId);
  const variantOf = (org: Org, id: number) => known(org.variants.get(id), `variant ${id}`);

  return {
    changeVariant(orgId: string, variantId: number, set: VariantChange): void {
      const org = orgOf(orgId);
      changeVariant(platform, org, variantOf(org, variantId), set);
    },
    addVariant(orgId: string, productId: number, draft: VariantDraft): number {
      const org = orgOf(orgId);
      const product = known(org.products.get(productId), `product ${productId}`);
      const seed = fullVariant(platform, draft);
      loadVariant(store, org, product.id, seed, platform.clock.now());
      touch(platform, org, product);
      return seed.id;
    },
    deleteVariant(orgId: string, variantId: number): void {
      const org = orgOf(orgId);
      deleteVariant(platform, org, variantOf(org, variantId));
    },
    addProduct(orgId: string, draft: ProductDraft): { productId: number; variantIds: number[] } {
      const variants = draft.variants.map((variant) => fullVariant(platform, variant));
      const [org, id] = [orgOf(orgId), draft.id ?? store.nextId('product')];
      loadProduct(store, org, { ...draft, id, variants }, platform.clock.now());
      announceProduct(platform, org, known(org.products.get(id), `product ${id}`));
      return { productId: id, variantIds: variants.map((variant) => variant.id) };
    },
    deleteProduct(orgId: string, productId: number): void {
      const org = orgOf(orgId);
      deleteProduct(platform, org, known(org.products.get(productId), `product ${productId}`));
    },
    /** On-hand becomes a figure, or changes by one. */
    setStock(change: StockChange): void {
      const org = orgOf(change.orgId);
      const { locationId } = change;
      known(
        org.locations.find(({ id }) => id === locationId),
        `location ${locationId}`,
      );
      const variant = variantOf(org, change.variantId);
      if ('onHand' in change) setOnHand(platform, org, locationId, variant.id, change.onHand);
      else moveStock(platform, org, locationId, variant.id, { onHand: change.delta });
    },
  };
}

function fullVariant({ store }: Platform, draft: VariantDraft): HaravanVariantSeed {
  const { id = store.nextId('variant'), title = 'Default Title', barcode = null, sku = '', price } = draft;
  const { compareAtPrice, tracked = true, policy = 'deny', stock = {}, grams, units } = draft;
  return { id, title, barcode, sku, price, compareAtPrice, tracked, policy, stock, grams, units };
}
