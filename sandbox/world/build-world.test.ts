import { describe, expect, it } from 'vitest';
import { buildWorld } from './build-world';

const story = buildWorld(7, 'story');
const [hoaMai, treViet] = story.haravan.orgs;
const [hoaMaiShop, treVietShop] = story.lazada.sellers;
if (!hoaMai || !treViet || !hoaMaiShop || !treVietShop) throw new Error('two merchants expected');

const variants = hoaMai.products.flatMap((product) => product.variants.map((variant) => ({ ...variant, product })));
const skus = hoaMaiShop.items.flatMap((item) => item.skus);
const barcodes = variants.flatMap(({ barcode }) => (barcode?.trim() ? [barcode] : []));
const onLazada = new Set(skus.map((sku) => sku.sellerSku));
const primary = hoaMai.locations.find((location) => location.isPrimary);

function repeated(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

describe('buildWorld', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(buildWorld(7, 'story')).toEqual(story);
    expect(buildWorld(8, 'story')).not.toEqual(story);
  });

  it('one product is sold by the box too, under a barcode that Lazada does not know', () => {
    const boxed = variants.flatMap(({ units = [] }) => units);
    expect(boxed).toMatchObject([{ unit: 'Thùng 24', ratio: 24 }]);
    expect(boxed.some(({ barcode }) => barcode !== null && onLazada.has(barcode))).toBe(false);
  });

  it('gives two merchants their people, warehouses and shops', () => {
    expect(story.haravan.orgs.map(({ orgId, shop }) => [orgId, shop])).toEqual([
      ['200000111111', 'hoa-mai'],
      ['200000222222', 'tre-viet'],
    ]);
    expect(hoaMai.users.map((user) => user.role)).toEqual([['admin'], []]);
    expect(
      hoaMai.locations.map(({ name, type, isPrimary, isUnavailableQuantity }) => [
        name,
        type,
        isPrimary,
        isUnavailableQuantity,
      ]),
    ).toEqual([
      ['Kho Hồ Chí Minh', undefined, true, undefined],
      ['Kho Hà Nội', undefined, undefined, undefined],
      ['Hàng đang đi đường', 'ontheroad', undefined, undefined],
      ['Kho hàng lỗi', undefined, undefined, true],
    ]);
    expect(treViet.locations).toHaveLength(3);
    expect(story.lazada.sellers.map(({ sellerId, name, country }) => [sellerId, name, country])).toEqual([
      ['200012345678', 'Hoa Mai Official', 'vn'],
      ['200087654321', 'Tre Việt Store', 'vn'],
      ['300011112222', 'Merlion Mart', 'sg'],
    ]);
  });

  it('has no number twice', () => {
    const all = story.haravan.orgs.flatMap((org) =>
      org.products.flatMap((p) => [p.id, ...p.variants.map((v) => v.id)]),
    );
    const lazada = story.lazada.sellers.flatMap((s) =>
      s.items.flatMap((i) => [i.itemId, ...i.skus.map((k) => k.skuId)]),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(lazada).size).toBe(lazada.length);
  });
});

describe('the first merchant', () => {
  it('has at least 320 variants with prices in whole thousands', () => {
    expect(variants.length).toBeGreaterThanOrEqual(320);
    expect(variants.filter(({ price }) => price <= 0 || price % 1000 !== 0)).toEqual([]);
  });

  it('lacks 12 barcodes, in three ways', () => {
    const missing = variants.filter(({ barcode }) => !barcode?.trim());
    expect(missing).toHaveLength(12);
    expect(new Set(missing.map(({ barcode }) => barcode))).toEqual(new Set([null, '', '  ']));
  });

  it('repeats barcodes inside 2 products and 3 across products', () => {
    const inside = hoaMai.products.filter(
      (p) => repeated(p.variants.flatMap((v) => v.barcode?.trim() || [])).length > 0,
    );
    expect(inside).toHaveLength(2);
    const owners = (code: string) => new Set(variants.filter((v) => v.barcode === code).map((v) => v.product.id)).size;
    expect(repeated(barcodes).filter((code) => owners(code) > 1)).toHaveLength(3);
    expect(repeated(barcodes)).toHaveLength(5);
  });

  it('has untracked variants, both policies, and zero and negative stock under each', () => {
    expect(variants.filter(({ tracked }) => !tracked)).toHaveLength(8);
    const mainStock = (test: (units: number) => boolean) =>
      variants.filter(({ stock }) => test(stock[primary?.id ?? 0] ?? 1)).map(({ policy }) => policy);
    const zero = mainStock((units) => units === 0);
    const negative = mainStock((units) => units < 0);
    expect([zero.length, negative.length]).toEqual([10, 6]);
    expect([new Set(zero).size, new Set(negative).size]).toEqual([2, 2]);
  });

  it('has barcodes that Lazada does not know, and Lazada SKUs that no variant bears', () => {
    const unknown = variants.filter(({ barcode }) => barcode?.trim() && !onLazada.has(barcode));
    expect(unknown.length).toBe(11); // ten, and the one in another normal form
    const composed = new Set(barcodes.map((code) => code.normalize('NFC')));
    expect(skus.filter((sku) => !composed.has(sku.sellerSku.normalize('NFC')))).toHaveLength(5 + 3);
  });

  it('has one SellerSku that Lazada holds twice, in two items', () => {
    const doubles = repeated(skus.map((sku) => sku.sellerSku));
    expect(doubles).toHaveLength(1);
    expect(hoaMaiShop.items.filter((item) => item.skus.some((sku) => doubles.includes(sku.sellerSku)))).toHaveLength(2);
  });

  it('has 2 prices that Lazada refuses, one too low and one too high', () => {
    const refused = skus.flatMap(({ sellerSku, priceRange }) => {
      const price = variants.find(({ barcode }) => barcode === sellerSku)?.price;
      return priceRange && price ? [price < priceRange[0] ? 'low' : price > priceRange[1] ? 'high' : 'fits'] : [];
    });
    expect(refused.sort()).toEqual(['high', 'low']);
  });

  it('has a code in another normal form and one with & and Vietnamese letters', () => {
    const pairs = skus.filter(
      ({ sellerSku }) => !barcodes.includes(sellerSku) && barcodes.includes(sellerSku.normalize('NFC')),
    );
    expect(pairs).toHaveLength(1);
    const ampersands = barcodes.filter((code) => code.includes('&'));
    expect(ampersands).toHaveLength(1);
    expect(ampersands[0]).toMatch(/[ỒẢỐ]/);
    expect(onLazada.has(ampersands[0] ?? '')).toBe(true);
  });

  it('differs from Lazada in many prices and quantities', () => {
    const sellable = (stock: Record<string, number>) =>
      hoaMai.locations
        .filter((location) => !location.type && !location.isUnavailableQuantity)
        .reduce((sum, location) => sum + (stock[location.id] ?? 0), 0);
    const pairs = skus.flatMap((sku) => variants.filter((v) => v.barcode === sku.sellerSku).map((v) => ({ sku, v })));
    expect(pairs.filter(({ sku, v }) => sku.price !== v.price).length).toBeGreaterThan(40);
    expect(pairs.filter(({ sku, v }) => sku.sellable !== sellable(v.stock)).length).toBeGreaterThan(80);
    expect(pairs.filter(({ sku, v }) => sku.price > v.price * 1.3).length).toBeGreaterThan(5);
  });
});

describe('the second merchant', () => {
  it('has about 40 variants, some with barcodes of the first', () => {
    const own = treViet.products.flatMap((product) => product.variants);
    expect(own.length).toBeGreaterThanOrEqual(36);
    expect(own.filter(({ barcode }) => barcode && barcodes.includes(barcode))).toHaveLength(5);
    const ownSkus = treVietShop.items.flatMap((item) => item.skus.map((sku) => sku.sellerSku));
    expect(ownSkus.filter((code) => onLazada.has(code))).toHaveLength(5);
  });
});

describe('the small world', () => {
  const small = buildWorld(7, 'small');
  const all = small.haravan.orgs.map((org) => org.products.flatMap((product) => product.variants));

  it('has 12 and 4 variants', () => {
    expect(all.map((own) => own.length)).toEqual([12, 4]);
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'has one of each dirt and something clean to sell (seed %i)',
    (seed) => {
      const { haravan, lazada } = buildWorld(seed, 'small');
      const own = haravan.orgs[0]?.products.flatMap((product) => product.variants) ?? [];
      const codes = own.flatMap(({ barcode }) => barcode?.trim() || []);
      const listed = lazada.sellers[0]?.items.flatMap((item) => item.skus) ?? [];
      expect(repeated(codes)).toHaveLength(2);
      expect(own.filter(({ barcode }) => !barcode?.trim())).toHaveLength(1);
      expect(own.filter(({ tracked }) => !tracked)).toHaveLength(1);
      expect(repeated(listed.map((sku) => sku.sellerSku))).toHaveLength(1);
      expect(listed.filter((sku) => sku.priceRange)).toHaveLength(1);
      const figures = own.flatMap(({ stock }) => Object.values(stock));
      expect(Math.min(...figures)).toBeLessThan(0);
      expect(figures).toContain(0);
      const clean = own.filter(
        ({ barcode, tracked, stock }) =>
          tracked &&
          Object.values(stock).every((units) => units >= 0) &&
          codes.filter((code) => code === barcode).length === 1 &&
          listed.filter((sku) => sku.sellerSku === barcode && !sku.priceRange && sku.sellable >= 3).length === 1,
      );
      expect(clean.length).toBeGreaterThanOrEqual(1);
    },
  );
});
