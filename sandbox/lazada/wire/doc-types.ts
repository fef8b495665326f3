const MONEY_KEY = /price|amount|fee|voucher|credits|cost/;
/** Lists that documentation samples show as JSON inside a string (lazada.md §6.3). */
const JSON_TEXT_KEYS = ['images', 'marketImages'];

/** The documentation's style: every scalar a string, money with two decimals, `"true"` for true (lazada.md §9.7). */
export function toDocTypes(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return MONEY_KEY.test(key) ? value.toFixed(2) : String(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    return JSON_TEXT_KEYS.includes(key) ? JSON.stringify(value) : value.map((element) => toDocTypes(element, key));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toDocTypes(inner, name)]));
}
