import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchCatalog } from '@/src/domain/catalog/match';
import { itemId, productId, skuId, toBarcode, toSellerSku, variantId } from '@/src/domain/ids';
import type { CatalogVariant, Link, Listing } from '@/src/domain/catalog/link';
import type { KnownListing, ListingRecord, ProductRecord, VariantRecord } from '../ports/catalog';
import { compareListings } from './compare-listings';
import { compareProducts } from './compare-products';
import { matchProducts } from './match-publications';

const PRODUCTS = ['p1', 'p2', 'p3'];
const READ = new Date(0);

type Command =
  | { kind: 'variant'; product: number; variant: number; code: string | null }
  | { kind: 'remove'; product: number; variant: number }
  | { kind: 'delete'; product: number }
  | { kind: 'publish' | 'unpublish'; product: number }
  | { kind: 'sku'; sku: number; code: string | null; status: Listing['status'] }
  | { kind: 'vanish'; sku: number };

const product = fc.nat(2);
const variant = fc.nat(1);
const sku = fc.nat(2);
/** Few codes, so that they repeat, move and collide all the time. */
const code = fc.constantFrom('A', 'A', 'B', null);
const status = fc.constantFrom('active' as const, 'active' as const, 'inactive' as const, 'deleted' as const);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('variant' as const), product, variant, code }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sku' as const), sku, code, status }) },
  fc.record({ kind: fc.constant('remove' as const), product, variant }),
  fc.record({ kind: fc.constant('delete' as const), product }),
  fc.record({ kind: fc.constantFrom('publish' as const, 'publish' as const, 'unpublish' as const), product }),
  fc.record({ kind: fc.constant('vanish' as const), sku }),
);

const recordOf = (id: string, barcode: string | null): VariantRecord => ({
  ...{ variantId: id, title: id, barcode, code: barcode, sku: '', price: 1, tracksInventory: true },
  ...{ allowsBackorder: false, position: 1, available: 1 },
});

const productOf = (id: string, variants: readonly VariantRecord[]): ProductRecord => ({
  ...{
    productId: id,
    title: id,
    searchText: id,
    image: null,
    vendor: '',
    kind: '',
    tags: '',
    updatedAt: null,
    variants,
  },
});

const listingOf = (n: number, sellerSku: string | null, of: Listing['status']): ListingRecord => ({
  ...{ itemId: `i${n}`, skuId: `s${n}`, sellerSku: sellerSku ?? '', code: sellerSku, name: '', status: of },
  ...{ price: 1, sellable: 1, locked: 0, warehouses: 1, url: null },
});

/** The mirror and the links, kept as the stores keep them: only what a comparison touches is matched again. */
function channel() {
  const products = new Map<string, ProductRecord>();
  const listings = new Map<string, ListingRecord>();
  const published = new Set(PRODUCTS.slice(0, 2));
  let links: Link[] = [];
  const issues = new Set<string>();

  const variants = (ids: Iterable<string>): CatalogVariant[] =>
    [...ids].flatMap((id) =>
      (products.get(id)?.variants ?? []).map((one) => ({
        ...{ variantId: variantId(one.variantId), productId: productId(id), productTitle: id, variantTitle: one.title },
        ...{ barcode: toBarcode(one.barcode), published: published.has(id), deleted: false },
      })),
    );
  const sold = (): Listing[] =>
    [...listings.values()].map((one) => ({
      ...{ itemId: itemId(one.itemId), skuId: skuId(one.skuId), sellerSku: toSellerSku(one.sellerSku) },
      status: one.status,
    }));

  function rematch(touched: ReadonlySet<string>, codes: readonly string[], even: string | null = null): void {
    const bears = (id: string) =>
      products.get(id)?.variants.some((one) => one.code !== null && codes.includes(one.code));
    const due = PRODUCTS.filter((id) => id === even || (published.has(id) && (touched.has(id) || bears(id))));
    const mine = variants(due);
    const shared = new Set(mine.map((one) => one.barcode).filter((one) => one !== null));
    const others = variants(PRODUCTS.filter((id) => !due.includes(id))).filter((one) =>
      shared.has(one.barcode as never),
    );
    const ofDue = (id: string) => due.some((one) => id.startsWith(`${one}-`));
    const closure = {
      variants: [...mine, ...others],
      listings: sold().filter((one) => shared.has(one.sellerSku as never)),
      links: links.filter((link) => ofDue(link.variantId)),
    };
    const wishes = due.map((id) => ({ productId: id, version: 1, published: published.has(id) }));
    const { outcome, issues: found } = matchProducts(closure, wishes);
    const gone = new Set(outcome.removed.map((link) => link.variantId));
    const taken = new Set(outcome.added.map((link) => link.skuId));
    links = [...links.filter((link) => !gone.has(link.variantId) && !taken.has(link.skuId)), ...outcome.added];
    for (const issue of issues) if (ofDue(issue)) issues.delete(issue);
    for (const issue of found) for (const id of issue.stops) issues.add(`${id} ${issue.code}`);
  }

  function read(id: string, next: ProductRecord | null): void {
    const before = products.get(id);
    const deleted = next === null && before ? [before] : [];
    const changes = compareProducts(before ? [before] : [], next ? [next] : [], deleted);
    if (next) products.set(id, next);
    else products.delete(id);
    rematch(new Set(changes.productIds), changes.codes);
  }

  function readListing(n: number, next: ListingRecord | null): void {
    const was = listings.get(`s${n}`);
    const figures = { variantId: null, believedPrice: { value: null, at: null } };
    const known: KnownListing[] = was
      ? [{ ...was, ...figures, believedQuantity: figures.believedPrice, gone: false }]
      : [];
    const changes = compareListings(known, next ? [next] : [], next ? [] : known, READ);
    if (next) listings.set(next.skuId, next);
    else listings.delete(`s${n}`);
    rematch(new Set(), changes.codes);
  }

  function change(step: Exclude<Command, { sku: number }>): void {
    const id = PRODUCTS[step.product] ?? '';
    if (step.kind === 'publish') published.add(id);
    if (step.kind === 'unpublish') published.delete(id);
    if (step.kind === 'publish' || step.kind === 'unpublish') rematch(new Set(), [], id);
    if (step.kind === 'delete') read(id, null);
    if (step.kind !== 'variant' && step.kind !== 'remove') return;
    const own = `${id}-v${step.variant}`;
    const others = (products.get(id)?.variants ?? []).filter((one) => one.variantId !== own);
    read(id, productOf(id, step.kind === 'variant' ? [...others, recordOf(own, step.code)] : others));
  }

  return {
    run(step: Command): void {
      if (!('sku' in step)) change(step);
      else readListing(step.sku, step.kind === 'sku' ? listingOf(step.sku, step.code, step.status) : null);
    },
    now: () => ({ links: pairs(links), issues: [...issues].sort() }),
    fresh() {
      const match = matchCatalog({ variants: variants(PRODUCTS), listings: sold() });
      const stopped = match.issues.flatMap((issue) => issue.stops.map((id) => `${id} ${issue.code}`));
      return { links: pairs(match.links), issues: stopped.sort() };
    },
  };
}

const pairs = (links: readonly Link[]): string[] => links.map((link) => `${link.variantId}=${link.skuId}`).sort();

test('R2.1 R2.6 after any change on either side links and issues are those of a fresh match of both catalogs', () => {
  const play = fc.property(fc.array(command, { minLength: 10, maxLength: 30 }), (steps) => {
    const shop = channel();
    for (const step of steps) {
      shop.run(step);
      expect(shop.now()).toEqual(shop.fresh());
    }
  });
  fc.assert(play, { numRuns: 100 });
});
