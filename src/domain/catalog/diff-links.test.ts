import { describe, expect, test } from 'vitest';
import { itemId, type SellerSku, skuId, toSellerSku, variantId } from '../ids';
import { diffLinks, orphanedLinks } from './diff-links';
import type { Link, Listing } from './link';

const code = toSellerSku('A') as SellerSku;

function link(variant: string, sku: string): Link {
  return { variantId: variantId(variant), itemId: itemId(`i${sku}`), skuId: skuId(sku), sellerSku: code };
}

function listing(sku: string, status: Listing['status'] = 'active'): Listing {
  return { itemId: itemId(`i${sku}`), skuId: skuId(sku), sellerSku: code, status };
}

describe('R2.6 changes of links', () => {
  test('added, removed, kept', () => {
    const before = [link('v1', 's1'), link('v2', 's2')];
    const after = [link('v2', 's2'), link('v3', 's3')];
    expect(diffLinks(before, after)).toEqual({ added: [after[1]], removed: [before[0]], kept: [after[0]] });
  });

  test('a variant that moved to another listing lost one link and got another', () => {
    const diff = diffLinks([link('v1', 's1')], [link('v1', 's2')]);
    expect(diff).toEqual({ added: [link('v1', 's2')], removed: [link('v1', 's1')], kept: [] });
  });

  test('a SellerSku respelled on Lazada keeps the link, with the new spelling', () => {
    const respelled = { ...link('v1', 's1'), sellerSku: toSellerSku('Á') as SellerSku };
    expect(diffLinks([link('v1', 's1')], [respelled])).toEqual({ added: [], removed: [], kept: [respelled] });
  });
});

describe('R2.6 a lost link while Lazada still sells the SKU', () => {
  test.each([
    ['still sold, fed by nobody', [], [listing('s1')], ['s1']],
    ['now fed through another variant', [link('v9', 's1')], [listing('s1')], []],
    ['switched off on Lazada', [], [listing('s1', 'inactive')], []],
    ['deleted on Lazada', [], [listing('s1', 'deleted')], []],
    ['gone from Lazada', [], [], []],
  ] as const)('%s', (_case, links, listings, orphans) => {
    const found = orphanedLinks({ lost: [link('v1', 's1')], links, listings });
    expect(found.map((each) => each.skuId)).toEqual(orphans);
  });

  test('a SKU lost twice is counted once', () => {
    const lost = [link('v1', 's1'), link('v2', 's1')];
    expect(orphanedLinks({ lost, links: [], listings: [listing('s1')] })).toHaveLength(1);
  });
});
