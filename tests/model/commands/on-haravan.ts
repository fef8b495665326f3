import { codeOf } from '@/tests/oracle/code';
import type { Model } from '../engine/model';
import { locationsOf } from '../engine/world-seed';
import { orgOf, type Variant } from '../oracle/books';
import type { Command } from './command';
import { at, codeAt, productIds, tenantAt, variantAt } from './pick';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** What the merchant does in Haravan's admin. */
export function createHaravanHand(model: Model) {
  const { platforms, lag, books } = model;
  const { control } = platforms.haravan;

  function goes(orgId: string, variant: Variant): void {
    lag.bore(orgId, codeOf(variant.barcode), variant);
    if (variant.policy === 'continue') lag.soldWithoutStock(variant.id);
  }

  return {
    stock({ t, v, l, delta }: Of<'stock'>): void {
      const { orgId, prefix } = tenantAt(t);
      const variant = variantAt(model, orgId, v);
      const locationId = at(locationsOf(prefix).slice(0, 2), l);
      if (variant && locationId && delta !== 0) control.setStock({ orgId, locationId, variantId: variant.id, delta });
      if (!variant || !locationId) return;
      model.ledger.moved(locationId, variant.id, delta);
      if (delta < 0) model.writes.offers.took(variant.id);
    },
    price({ t, v, price }: Of<'price'>): void {
      const { orgId } = tenantAt(t);
      const variant = variantAt(model, orgId, v);
      if (variant) control.changeVariant(orgId, variant.id, { price });
    },
    barcode({ t, v, k }: Of<'barcode'>): void {
      const { orgId } = tenantAt(t);
      const variant = variantAt(model, orgId, v);
      if (!variant) return;
      lag.bore(orgId, codeOf(variant.barcode), variant);
      control.changeVariant(orgId, variant.id, { barcode: codeAt(k) });
    },
    policy({ t, v }: Of<'policy'>): void {
      const { orgId } = tenantAt(t);
      const variant = variantAt(model, orgId, v);
      if (!variant) return;
      lag.soldWithoutStock(variant.id);
      control.changeVariant(orgId, variant.id, { inventory_policy: variant.policy === 'deny' ? 'continue' : 'deny' });
    },
    tracking({ t, v }: Of<'tracking'>): void {
      const { orgId } = tenantAt(t);
      const variant = variantAt(model, orgId, v);
      if (!variant) return;
      lag.untracked(variant.id);
      control.changeVariant(orgId, variant.id, { inventory_management: variant.tracked ? null : 'haravan' });
    },
    'add-variant'({ t, p, k, units }: Of<'add-variant'>): void {
      const { orgId, prefix } = tenantAt(t);
      const productId = at(productIds(model, orgId), p);
      if (productId === undefined || orgOf(books, orgId).variants.size > 20) return;
      const [locationId = 0] = locationsOf(prefix);
      const id = control.addVariant(orgId, productId, {
        title: `Mới ${k}`,
        barcode: codeAt(k),
        price: 120_000,
        stock: { [locationId]: units },
      });
      model.ledger.moved(locationId, id, units);
    },
    'delete-variant'({ t, v }: Of<'delete-variant'>): void {
      const { orgId } = tenantAt(t);
      const variant = variantAt(model, orgId, v);
      const product = variant && orgOf(books, orgId).products.get(variant.productId);
      if (!variant || !product || product.variantIds.length < 2 || orgOf(books, orgId).variants.size < 5) return;
      goes(orgId, variant);
      control.deleteVariant(orgId, variant.id);
    },
    'add-product'({ t, k, units }: Of<'add-product'>): void {
      const { orgId, prefix } = tenantAt(t);
      if (productIds(model, orgId).length > 8) return;
      const [locationId = 0] = locationsOf(prefix);
      const variants = [{ title: 'Một cỡ', barcode: codeAt(k), price: 99_000, stock: { [locationId]: units } }];
      const { variantIds } = control.addProduct(orgId, { title: `Hàng mới ${k}`, variants });
      for (const id of variantIds) model.ledger.moved(locationId, id, units);
    },
    'delete-product'({ t, p }: Of<'delete-product'>): void {
      const { orgId } = tenantAt(t);
      const ids = productIds(model, orgId);
      const productId = at(ids, p);
      if (productId === undefined || ids.length < 4) return;
      for (const variant of orgOf(books, orgId).variants.values())
        if (variant.productId === productId) goes(orgId, variant);
      control.deleteProduct(orgId, productId);
    },
  };
}
