import { buyPlan, cancelPlan, type PlanDraft } from '../billing';
import type { VariantDraft as VariantChange } from '../catalog/product-draft';
import { announceProduct, deleteProduct } from '../catalog/products';
import { touch } from '../catalog/touch';
import { changeVariant, deleteVariant } from '../catalog/variants';
import { type MintedTokens, mintPrivateToken, mintTokens } from '../connect/mint-tokens';
import { CHANNEL_SCOPES } from '../connect/scopes';
import { isOwner, type Org } from '../entities/org';
import type { Variant } from '../entities/product';
import { loadProduct, loadVariant } from '../load';
import type { Platform } from '../platform';
import type { HaravanProductSeed, HaravanVariantSeed } from '../seed';
import { moveStock, setOnHand } from '../stock';
import type { Modes } from '../modes';
import type { Topic } from '../topics';
import { orgState } from './state';

export type VariantDraft = Partial<Omit<HaravanVariantSeed, 'price'>> & { price: number };
export type ProductDraft = Partial<Omit<HaravanProductSeed, 'variants'>> & { title: string; variants: VariantDraft[] };
export type StockChange = { orgId: string; locationId: number; variantId: number } & (
  | { onHand: number }
  | { delta: number }
);

/** What a merchant or Haravan itself does; every change emits its webhooks. Unknown ids throw. */
export type HaravanControl = ReturnType<typeof createHaravanControl>;

export function createHaravanControl(platform: Platform) {
  const { store } = platform;
  const orgOf = (orgId: string) => known(store.orgs.get(orgId), `organisation ${orgId}`);
  const variantOf = (org: Org, id: number) => known(org.variants.get(id), `variant ${id}`);

  return {
    /** All organisations, or one. Plain JSON: what a client would have parsed. */
    state(orgId?: string) {
      const orgs = orgId === undefined ? [...store.orgs.values()] : [orgOf(orgId)];
      return JSON.parse(JSON.stringify({ orgs: orgs.map((org) => orgState(platform, org)) })) as HaravanState;
    },
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
      const variant: Variant = variantOf(org, change.variantId);
      if ('onHand' in change) setOnHand(platform, org, locationId, variant.id, change.onHand);
      else moveStock(platform, org, locationId, variant.id, { onHand: change.delta });
    },
    /** The owner has installed the app without a browser: tokens as the token endpoint would give them. */
    install(orgId: string, scopes: readonly string[] = CHANNEL_SCOPES): MintedTokens {
      const org = orgOf(orgId);
      const owner = known(org.users.find(isOwner), `owner of ${orgId}`);
      return mintTokens(platform, org, { orgId, userId: owner.id, scopes });
    },
    /** The merchant removes the app: the last webhook, then tokens and subscriptions are gone. */
    uninstall(orgId: string): void {
      const org = orgOf(orgId);
      org.installed = false;
      platform.events.emit(org, 'app/uninstalled', { org_id: Number(orgId), client_id: platform.app.clientId });
      org.subscriptions = [];
      for (const tokens of [store.accessTokens, store.refreshTokens]) {
        for (const [key, token] of tokens) if (token.orgId === orgId) tokens.delete(key);
      }
    },
    /** Access tokens of the organisation end now; refresh tokens too when asked. */
    expireTokens(orgId: string, which: { access?: boolean; refresh?: boolean } = { access: true }): void {
      const now = platform.clock.now();
      const expire = (tokens: Map<string, { orgId: string; expiresAt: number }>) => {
        for (const token of tokens.values()) if (token.orgId === orgId) token.expiresAt = now;
      };
      orgOf(orgId);
      if (which.access) expire(store.accessTokens);
      if (which.refresh) expire(store.refreshTokens);
    },
    /** The token of a private app, as the shop's admin shows it (haravan.md §1.11). */
    privateToken(orgId: string, scopes: readonly string[] = CHANNEL_SCOPES): string {
      const owner = known(orgOf(orgId).users.find(isOwner), `owner of ${orgId}`);
      return mintPrivateToken(platform, { orgId, userId: owner.id, scopes });
    },
    /** The merchant pays for the app through Haravan (haravan.md §1.13). */
    buyPlan(orgId: string, draft: PlanDraft): string {
      return buyPlan(platform, orgOf(orgId), draft).id;
    },
    cancelPlan(orgId: string, planId: string): void {
      const org = orgOf(orgId);
      const plan = org.appSubscriptions.find(({ id }) => id === planId);
      cancelPlan(platform, org, known(plan, `plan ${planId}`));
    },
    /** What the partner site's button sends: a payload marked as a test (haravan.md §3.2). */
    sendTestWebhook(orgId: string, topic: Topic, body: unknown): void {
      platform.events.emit(orgOf(orgId), topic, body, { test: true });
    },
    setModes(change: Partial<Modes>): Modes {
      store.modes = { ...store.modes, ...change };
      return store.modes;
    },
  };
}

/** Order, product and customer objects are Haravan's own JSON. */
export type HaravanState = {
  orgs: (Pick<ReturnType<typeof orgState>, 'orgId' | 'shop' | 'installed' | 'stock' | 'subscriptions'> & {
    products: WireRecord[];
    locations: WireRecord[];
    orders: WireRecord[];
    customers: WireRecord[];
  })[];
};
export type WireRecord = { id: number } & Record<string, unknown>;

function fullVariant({ store }: Platform, draft: VariantDraft): HaravanVariantSeed {
  const { id = store.nextId('variant'), title = 'Default Title', barcode = null, sku = '', price } = draft;
  const { compareAtPrice, tracked = true, policy = 'deny', stock = {}, grams, units } = draft;
  return { id, title, barcode, sku, price, compareAtPrice, tracked, policy, stock, grams, units };
}

function known<T>(record: T | undefined, name: string): T {
  if (record === undefined) throw new UnknownRecord(name);
  return record;
}

export class UnknownRecord extends Error {
  constructor(name: string) {
    super(`${name} does not exist`);
  }
}
