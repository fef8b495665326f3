import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { businessRefusal } from '../api-refusal';
import { parseJson } from '../validations/json-params';

/** Fields of one `<Sku>`, as text; an absent or empty tag is absent (lazada.md §7.1). */
export type SkuFields = ReadonlyMap<string, string>;

const MAX_SKUS = 50;
const WAREHOUSE = 'dropshipping';
const parser = new XMLParser({ parseTagValue: false, trimValues: true, ignoreAttributes: true });

/** `payload` in XML or JSON, one SKU or a list. Codes 30, 5 and 4171 (more than 50). */
export function readSkuPayload(text: string | undefined): SkuFields[] {
  if (!text?.trim()) throw businessRefusal(30, 'Empty Request');
  const skus = dig(text.trim().startsWith('<') ? parseXml(text) : parseJson(text), [
    'Request',
    'Product',
    'Skus',
    'Sku',
  ]);
  if (skus === undefined) throw businessRefusal(5, 'Invalid Request Format');
  const list = (Array.isArray(skus) ? skus : [skus]).map(toFields);
  if (list.length === 0) throw businessRefusal(30, 'Empty Request');
  if (list.length > MAX_SKUS) {
    throw businessRefusal(4171, `The number of SKUs in one request should not exceed ${MAX_SKUS}`);
  }
  return list;
}

/** An unescaped `&` is the usual cause of code 5. */
function parseXml(text: string): unknown {
  if (XMLValidator.validate(text) !== true) throw businessRefusal(5, 'Invalid Request Format');
  return parser.parse(text);
}

function dig(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function toFields(sku: unknown): SkuFields {
  if (!isRecord(sku)) throw businessRefusal(5, 'Invalid Request Format');
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...sku, ...warehouseFields(sku) })) {
    const isScalar = typeof value === 'string' || typeof value === 'number';
    if (isScalar && String(value) !== '') fields.set(name, String(value));
  }
  return fields;
}

/** Stock given per warehouse counts where it names the only warehouse there is. */
function warehouseFields(sku: Record<string, unknown>): Record<string, unknown> {
  const entries = dig(sku, ['MultiWarehouseInventories', 'MultiWarehouseInventory']);
  const list: unknown[] = Array.isArray(entries) ? entries : [entries];
  return list.filter(isRecord).find((entry) => entry.WarehouseCode === WAREHOUSE) ?? {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
