import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemId, productId, skuId, toBarcode, toSellerSku, variantId } from '../ids';
import type { CatalogVariant, Link, Listing } from './link';
import { listingKey } from './link';
import { matchCatalog } from './match';

function variant(id: string, product: string, code: string | null, more: Partial<CatalogVariant> = {}): CatalogVariant {
  return {
    variantId: variantId(id),
    productId: productId(product),
    productTitle: `Product ${product}`,
    variantTitle: `Variant ${id}`,
    barcode: toBarcode(code),
    published: true,
    deleted: false,
    ...more,
  };
}

function listing(sku: string, code: string | null, status: Listing['status'] = 'active'): Listing {
  return { itemId: itemId(`i${sku}`), skuId: skuId(sku), sellerSku: toSellerSku(code), status };
}

function pairs(links: readonly Link[]): string[] {
  return links.map((link) => `${link.variantId}=${link.skuId}`).sort();
}

function outcome(variants: CatalogVariant[], listings: Listing[]) {
  const { links, issues } = matchCatalog({ variants, listings });
  return { links: pairs(links), issues: issues.map(({ code, stops }) => `${code} ${stops.join(',')}`) };
}

describe('R2.1 a variant is linked by code', () => {
  test('with the Lazada address and the SellerSku as Lazada spells it', () => {
    const sellerSku = 'ÁO'.normalize('NFD');
    const { links, issues } = matchCatalog({
      variants: [variant('v1', 'p1', 'ÁO')],
      listings: [listing('s1', sellerSku)],
    });
    expect(links).toEqual([{ variantId: 'v1', itemId: 'is1', skuId: 's1', sellerSku }]);
    expect(issues).toEqual([]);
  });

  test('an inactive listing counts, a deleted one does not', () => {
    const variants = [variant('v1', 'p1', 'A'), variant('v2', 'p1', 'B')];
    expect(outcome(variants, [listing('s1', 'A', 'inactive'), listing('s2', 'B', 'deleted')])).toEqual({
      links: ['v1=s1'],
      issues: ['seller_sku_not_found v2'],
    });
  });

  test('an unpublished variant yields neither link nor issue, nor does a deleted one', () => {
    const variants = [
      variant('v1', 'p1', 'A', { published: false }),
      variant('v2', 'p1', null, { published: false }),
      variant('v3', 'p1', 'B', { deleted: true }),
    ];
    expect(outcome(variants, [listing('s1', 'A'), listing('s2', 'B')])).toEqual({ links: [], issues: [] });
  });
});

describe('R2.5 a missing code stops one variant and not its siblings', () => {
  test.each([null, '', '  '])('barcode %j', (code) => {
    const variants = [variant('v1', 'p1', code), variant('v2', 'p1', 'B')];
    expect(outcome(variants, [listing('s1', ''), listing('s2', 'B')])).toEqual({
      links: ['v2=s2'],
      issues: ['variant_missing_barcode v1'],
    });
  });

  test('no such SKU on Lazada: the issue names the code that is lacking', () => {
    const { issues } = matchCatalog({ variants: [variant('v1', 'p1', 'A')], listings: [listing('s1', 'a')] });
    expect(issues).toEqual([
      {
        code: 'seller_sku_not_found',
        facts: {
          variantId: 'v1',
          productId: 'p1',
          productTitle: 'Product p1',
          variantTitle: 'Variant v1',
          barcode: 'A',
        },
        stops: ['v1'],
      },
    ]);
  });
});

describe('R2.3 repeated barcodes', () => {
  test('within a product: the whole product stops, and the issue names the variants', () => {
    const variants = [
      variant('v1', 'p1', 'A'),
      variant('v2', 'p1', 'A'),
      variant('v3', 'p1', 'C'),
      variant('v4', 'p2', 'D'),
    ];
    const { links, issues } = matchCatalog({
      variants,
      listings: [listing('s1', 'A'), listing('s3', 'C'), listing('s4', 'D')],
    });
    expect(pairs(links)).toEqual(['v4=s4']);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: 'variant_duplicate_barcode_in_product',
      stops: ['v1', 'v2', 'v3'],
      facts: { productId: 'p1', repeats: [{ barcode: 'A', variants: [{ variantId: 'v1' }, { variantId: 'v2' }] }] },
    });
  });

  test('within a product, in two Unicode forms or with an unpublished sibling', () => {
    const unicode = [variant('v1', 'p1', 'Á'), variant('v2', 'p1', 'Á'.normalize('NFD'))];
    const hidden = [variant('v1', 'p1', 'A'), variant('v2', 'p1', 'A', { published: false })];
    expect(outcome(unicode, []).issues).toEqual(['variant_duplicate_barcode_in_product v1,v2']);
    expect(outcome(hidden, []).issues).toEqual(['variant_duplicate_barcode_in_product v1']);
  });

  test('a product stopped as a whole still says which variant has no barcode', () => {
    const variants = [variant('v1', 'p1', 'A'), variant('v2', 'p1', 'A'), variant('v3', 'p1', null)];
    expect(outcome(variants, []).issues).toEqual([
      'variant_duplicate_barcode_in_product v1,v2,v3',
      'variant_missing_barcode v3',
    ]);
  });

  test('across products: only those who bear it stop, and each issue names the others', () => {
    const variants = [variant('v1', 'p1', 'A'), variant('v2', 'p2', 'A'), variant('v3', 'p1', 'C')];
    const { links, issues } = matchCatalog({ variants, listings: [listing('s1', 'A'), listing('s3', 'C')] });
    expect(pairs(links)).toEqual(['v3=s3']);
    expect(issues.map((issue) => [issue.code, issue.stops])).toEqual([
      ['variant_duplicate_barcode_across_products', ['v1']],
      ['variant_duplicate_barcode_across_products', ['v2']],
    ]);
    expect(issues[0]?.facts).toMatchObject({ barcode: 'A', others: [{ variantId: 'v2' }] });
  });

  test('across products counts unpublished products, but not deleted variants', () => {
    const published = variant('v1', 'p1', 'A');
    const hidden = variant('v2', 'p2', 'A', { published: false });
    expect(outcome([published, hidden], [listing('s1', 'A')])).toEqual({
      links: [],
      issues: ['variant_duplicate_barcode_across_products v1'],
    });
    expect(outcome([published, { ...hidden, deleted: true }], [listing('s1', 'A')]).links).toEqual(['v1=s1']);
  });

  test('a SellerSku that Lazada holds twice stops its variant', () => {
    const { links, issues } = matchCatalog({
      variants: [variant('v1', 'p1', 'A')],
      listings: [listing('s1', 'A'), listing('s2', 'A', 'inactive')],
    });
    expect(links).toEqual([]);
    expect(issues[0]).toMatchObject({
      code: 'seller_sku_duplicate',
      facts: { sellerSku: 'A', listings: [{ skuId: 's1' }, { skuId: 's2' }] },
    });
  });
});

describe('R2.3 any catalogue', () => {
  const code = fc.constantFrom(null, ' ', 'A', 'B', 'C', 'Á', 'Á'.normalize('NFD'), 'a');
  const variants = fc
    .array(
      fc.record({ product: fc.constantFrom('p1', 'p2', 'p3'), code, published: fc.boolean(), deleted: fc.boolean() }),
    )
    .map((rows) =>
      rows.map((row, at) =>
        variant(`v${at}`, row.product, row.code, { published: row.published, deleted: row.deleted }),
      ),
    );
  const listings = fc
    .array(fc.record({ code, status: fc.constantFrom('active', 'inactive', 'deleted') }))
    .map((rows) => rows.map((row, at) => listing(`s${at}`, row.code, row.status)));

  test('no variant and no listing is linked twice, and every published variant has a link or a reason', () => {
    fc.assert(
      fc.property(variants, listings, (vs, ls) => {
        const { links, issues } = matchCatalog({ variants: vs, listings: ls });
        const linked = links.map((link) => link.variantId);
        const stopped = new Set(issues.flatMap((issue) => issue.stops));
        expect(new Set(linked).size).toBe(links.length);
        expect(new Set(links.map(listingKey)).size).toBe(links.length);
        for (const each of vs.filter((v) => v.published && !v.deleted)) {
          expect(linked.includes(each.variantId) !== stopped.has(each.variantId)).toBe(true);
        }
      }),
    );
  });

  test('the order in which either side is listed makes no difference', () => {
    fc.assert(
      fc.property(variants, listings, (vs, ls) => {
        const there = outcome(vs, ls);
        const back = outcome(vs.toReversed(), ls.toReversed());
        expect(back.links).toEqual(there.links);
        expect(back.issues).toHaveLength(there.issues.length);
      }),
    );
  });
});
