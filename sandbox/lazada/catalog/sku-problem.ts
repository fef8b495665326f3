/** Why one SKU of a batch was refused. `message` is `BIZ_CODE:human text`, or only the text (lazada.md §3.2). */
export type SkuProblem = { problem: true; number: number; code: string; field: string; message: string };

/** Numbers of lazada.md §7.4. */
const CODES = {
  INV_NEGATIVE_SELLABLE: 212,
  BIZ_CHECK_PRICE_PRECISION_INVALID: 4104,
  SELLER_SKU_DUPLICATE: 4105,
  BIZ_CHECK_SPECIAL_PRICE_FROM_DATE_AFTER_TO_DATE: 4117,
  BIZ_CHECK_PRICE_IS_ZERO: 4118,
  BIZ_CHECK_SPECIAL_PRICE_RATE_OUT_OF_RANGE: 4119,
  BIZ_CHECK_SPECIAL_PRICE_PRECISION_INVALID: 4121,
  SELLER_SKU_NOT_FOUND: 4136,
  ITEM_NOT_FOUND: 4137,
  THD_IC_ERR_F_IC_SERVICE_EDIT_002: 4147,
  BIZ_CHECK_SPECIAL_PRICE_GREATER_THAN_PRICE: 4157,
  THD_IC_ERR_F_IC_ABILITY_PG_003: 4162,
  SELLER_SKU_NOT_SUPPORTED: 4193,
} as const;

export function skuProblem(name: keyof typeof CODES, text: string): SkuProblem {
  const number = CODES[name];
  return { problem: true, number, code: wireCode(number), field: 'bizCheck', message: `${name}:${text}` };
}

/** A refusal that is known by its text alone; it comes under the umbrella's own number. */
export function unnamedProblem(text: string): SkuProblem {
  return { problem: true, number: 501, code: wireCode(501), field: 'bizCheck', message: text };
}

export function isProblem(value: object): value is SkuProblem {
  return 'problem' in value;
}

function wireCode(code: number): string {
  return `E${String(code).padStart(4, '0')}`;
}
