import { z } from 'zod';
import { list } from '../wire/rows';
import { optionalId, optionalText } from '../wire/scalars';
import { meaningOf, plainCode } from './error-codes';
import type { LazadaSkuFailure, LazadaSkuKey } from './sku-writes';

/** The union of every shape seen; each member is optional (lazada.md §3.2). */
const detailRow = z.object({
  code: optionalText.catch(undefined),
  message: optionalText.catch(undefined),
  field: optionalText.catch(undefined),
  seller_sku: optionalText.catch(undefined),
  sku: optionalText.catch(undefined),
  sku_id: optionalId.catch(undefined),
  item_id: optionalId.catch(undefined),
});
type DetailRow = z.infer<typeof detailRow>;

/** `SELLER_SKU_NOT_FOUND:human text` (lazada.md §3.2). */
const BUSINESS_CODE = /^\s*([A-Z][A-Z0-9_]{3,})\b/;

function codeOf(row: DetailRow): string {
  const symbol = BUSINESS_CODE.exec(row.message ?? '')?.[1];
  return symbol ?? plainCode(row.code ?? row.field ?? 'unknown');
}

function named(row: DetailRow, writes: LazadaSkuKey[]): LazadaSkuKey[] {
  const bySkuId = writes.filter((write) => write.skuId === row.sku_id);
  if (bySkuId.length > 0) return bySkuId;
  const sellerSku = row.seller_sku ?? row.sku;
  return sellerSku === undefined ? [] : writes.filter((write) => write.sellerSku.trim() === sellerSku.trim());
}

/** SKUs of which an id or the seller's code stands as a word in the message. */
function mentioned(row: DetailRow, writes: LazadaSkuKey[]): LazadaSkuKey[] {
  const words = new Set(`${row.field ?? ''} ${row.message ?? ''}`.split(/[\s,;:=()[\]{}'"]+/));
  return writes.filter((write) => words.has(write.skuId) || (write.sellerSku !== '' && words.has(write.sellerSku)));
}

/** A row that names only an item speaks of all its SKUs, unless its words single some out. */
function refusedBy(row: DetailRow, writes: LazadaSkuKey[]): LazadaSkuKey[] {
  const direct = named(row, writes);
  if (direct.length > 0) return direct;
  const ofItem = writes.filter((write) => write.itemId === row.item_id);
  const singled = mentioned(row, ofItem.length > 0 ? ofItem : writes);
  return singled.length > 0 ? singled : ofItem;
}

/** Spreads the `detail` of a 501 over the SKUs of its batch. */
export function readSkuFailures(
  detail: unknown,
  writes: LazadaSkuKey[],
): { failures: LazadaSkuFailure[]; unattributed: { code: string; message: string }[] } {
  const failures: LazadaSkuFailure[] = [];
  const unattributed: { code: string; message: string }[] = [];
  for (const row of list(detailRow).safeParse(detail).data ?? []) {
    const refusal = { code: codeOf(row), message: row.message ?? '' };
    const { kind } = meaningOf(refusal.code, refusal.message);
    const keys = refusedBy(row, writes).map(({ itemId, skuId, sellerSku }) => ({ itemId, skuId, sellerSku }));
    failures.push(...keys.map((key) => ({ ...key, ...refusal, kind })));
    if (keys.length === 0) unattributed.push(refusal);
  }
  return { failures, unattributed };
}
