import type { ExpectedCatalogue, ExpectedFigures } from './expected-catalogue';
import type { LazadaSeller } from './raw-lazada';

function differencesOf({ sku, price, quantity }: ExpectedFigures): string[] {
  const said: string[] = [];
  if (price !== null && sku.price !== price) said.push(`${sku.sellerSku}: price ${sku.price}, not ${price}`);
  if (quantity !== null && sku.sellable !== quantity)
    said.push(`${sku.sellerSku}: sellable ${sku.sellable}, not ${quantity}`);
  if (price === null && sku.priceWrites > 0) said.push(`${sku.sellerSku}: its price was written`);
  if (quantity === null && sku.quantityWrites > 0) said.push(`${sku.sellerSku}: its quantity was written`);
  return said;
}

/** Where Lazada is not as it must be (spec R3.1, R3.2). SKUs that belong to nothing must never have been written. */
export function figureDifferences(expected: ExpectedCatalogue, seller: LazadaSeller): string[] {
  const linked = new Set(expected.figures.map(({ sku }) => sku.skuId));
  const strangers = seller.items.flatMap((item) => item.skus).filter(({ skuId }) => !linked.has(skuId));
  const touched = strangers.filter((sku) => sku.priceWrites + sku.quantityWrites > 0);
  return [
    ...expected.figures.flatMap(differencesOf),
    ...touched.map((sku) => `${sku.sellerSku}: written, though it is not linked`),
  ];
}

/** Rows of one side without their like on the other; the same row may stand several times. */
export function unlike(found: readonly string[], expected: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const row of found) left.set(row, (left.get(row) ?? 0) + 1);
  for (const row of expected) left.set(row, (left.get(row) ?? 0) - 1);
  return [...left]
    .filter(([, count]) => count !== 0)
    .map(([row, count]) => `${count > 0 ? 'too many' : 'missing'}: ${row}`);
}
