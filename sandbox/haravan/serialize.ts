import type { Decimal } from './formatters/decimal';
import type { Modes } from './modes';

const { isRawJSON } = JSON as unknown as { isRawJSON(value: unknown): value is Decimal };

/** JSON as answers and webhooks carry it, in the spelling that the modes ask for. */
export function serialize({ money, partiallyPaid }: Modes, value: unknown): string {
  if (money === 'number' && partiallyPaid === 'partiallypaid') return JSON.stringify(value);
  return JSON.stringify(value, (key, inner) => {
    if (money === 'text' && isRawJSON(inner)) return inner.rawJSON;
    return key === 'financial_status' && inner === 'partiallypaid' ? partiallyPaid : inner;
  });
}
