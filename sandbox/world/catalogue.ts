import type { Ids } from '../core/ids';
import type { Draft, DraftProduct, DraftStock, DraftVariant } from './draft';
import { ean13 } from './ean13';
import type { Template, Word } from './words/template';

/** Where a merchant's numbers begin, so that two merchants never share one. */
export type NumberBase = { product: number; variant: number; ean: number };

type Choice = { color?: Word; size?: string };

/** Clean goods: every variant has its own barcode, stock, and the same price and quantity on Lazada. */
export function draftCatalogue(templates: readonly Template[], base: NumberBase, ids: Ids): Draft {
  let made = 0;
  const products = templates.map((template, index): DraftProduct => {
    const price = ids.int(template.priceFrom, template.priceTo) * 1000;
    const variants = choices(template).map((choice) => draftVariant(template, choice, price, made++, base, ids));
    return { id: base.product + index, title: template.title, code: template.code, type: template.type, variants };
  });
  return { products, extraItems: [] };
}

function choices({ colors, sizes }: Template): Choice[] {
  const bySize = (color?: Word): Choice[] => (sizes ?? [undefined]).map((size) => ({ color, size }));
  return colors ? colors.flatMap(bySize) : bySize();
}

function draftVariant(
  template: Template,
  { color, size }: Choice,
  price: number,
  serial: number,
  base: NumberBase,
  ids: Ids,
): DraftVariant {
  const code = [template.code, color?.code, size?.replaceAll(' ', '')].filter(Boolean).join('-').toUpperCase();
  const barcode = template.ean ? ean13(base.ean + serial) : code;
  const stock = draftStock(ids);
  return {
    id: base.variant + serial,
    title: [color?.name, size].filter(Boolean).join(' / ') || 'Default Title',
    barcode,
    sku: code,
    price,
    tracked: true,
    policy: 'deny',
    stock,
    listings: [{ sellerSku: barcode, price, sellable: sellableOf(stock) }],
  };
}

function draftStock(ids: Ids): DraftStock {
  const stock: DraftStock = { main: ids.int(5, 140) };
  if (ids.next() < 0.6) stock.north = ids.int(0, 60);
  if (ids.next() < 0.1) stock.onTheRoad = ids.int(5, 50);
  if (ids.next() < 0.08) stock.damaged = ids.int(1, 6);
  return stock;
}

/** What may be sold: goods on the road and damaged goods do not count (haravan.md §2.5). */
export const sellableOf = (stock: DraftStock): number => Math.max(0, (stock.main ?? 0) + (stock.north ?? 0));
