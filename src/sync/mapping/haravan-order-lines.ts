import type { HaravanLineItem } from '@/src/clients/haravan/order';
import { comparableCode } from '@/src/domain/catalog/code';
import { toBarcode } from '@/src/domain/ids';
import type { OrderItemRecord } from '../ports/order-imports';
import { attributeOf, LINE_ID } from './sales-channel';

export type LinkedLine = { orderItemId: string; lineId: string; variantId: string | null };

const codesOf = (line: HaravanLineItem) =>
  [line.barcode, line.sku].flatMap((text) => {
    const code = toBarcode(text);
    return code === null ? [] : [comparableCode(code)];
  });

function standsFor(line: HaravanLineItem, item: OrderItemRecord): boolean {
  if (item.variantId !== null && line.variantId === item.variantId) return true;
  return item.code !== null && codesOf(line).includes(item.code);
}

/**
 * Which line stands for which item: by the line id that we (and Haravan's own channel) write, else by variant or code. Another
 * channel may hold several units in one line: it then stands for as many items as it counts.
 */
export function linkLines(lines: readonly HaravanLineItem[], items: readonly OrderItemRecord[]): LinkedLine[] {
  const unitsLeft = new Map(lines.map((line) => [line.id, line.quantity]));
  const take = (fits: (line: HaravanLineItem) => boolean) => {
    const line = lines.find((candidate) => (unitsLeft.get(candidate.id) ?? 0) > 0 && fits(candidate));
    if (line) unitsLeft.set(line.id, (unitsLeft.get(line.id) ?? 0) - 1);
    return line;
  };
  const named = new Map(
    items.map((item) => [item.orderItemId, take((line) => attributeOf(line.properties, LINE_ID) === item.orderItemId)]),
  );
  return items.flatMap((item) => {
    const line = named.get(item.orderItemId) ?? take((candidate) => standsFor(candidate, item));
    return line ? [{ orderItemId: item.orderItemId, lineId: line.id, variantId: line.variantId ?? null }] : [];
  });
}
