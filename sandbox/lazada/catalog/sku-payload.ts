import { businessRefusal } from '../api-refusal';
import { dig, isTree, listOfTrees, readPayload, scalarsOf, type Tree } from './payload-tree';

/** Fields of one `<Sku>`, as text; an absent or empty tag is absent (lazada.md §7.1). */
export type SkuFields = ReadonlyMap<string, string>;

const MAX_SKUS = 50;
const WAREHOUSE = 'dropshipping';

/** The SKUs of a `payload`, one or a list. Codes 30, 5 and 4171 (more than 50). */
export function readSkuPayload(text: string | undefined): SkuFields[] {
  return skusOf(readPayload(text));
}

export function skusOf(payload: unknown): SkuFields[] {
  const skus = dig(payload, 'Request', 'Product', 'Skus', 'Sku');
  if (skus === undefined) throw businessRefusal(5, 'Invalid Request Format');
  const list = listOfTrees(skus).map(fieldsOf);
  if (list.length === 0) throw businessRefusal(30, 'Empty Request');
  if (list.length > MAX_SKUS) {
    throw businessRefusal(4171, `The number of SKUs in one request should not exceed ${MAX_SKUS}`);
  }
  return list;
}

/** Stock given per warehouse counts where it names the only warehouse there is. */
function fieldsOf(sku: Tree): SkuFields {
  const entries = dig(sku, 'MultiWarehouseInventories', 'MultiWarehouseInventory');
  const list: unknown[] = Array.isArray(entries) ? entries : [entries];
  const ours = list.filter(isTree).find((entry) => entry.WarehouseCode === WAREHOUSE) ?? {};
  return scalarsOf({ ...sku, ...ours });
}
