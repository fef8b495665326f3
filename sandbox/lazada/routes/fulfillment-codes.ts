/** Item and request errors of the fulfillment APIs (lazada.md §11.1). */
export const FULFILLMENT_ERRORS = {
  PACKAGE_NOT_FOUND: [600001, 'package not found'],
  PACKAGE_CANCELED: [600002, 'package already cancelled'],
  PACKAGE_STATUS_NOT_ALLOW_TO_OP: [700000, 'PACKAGE_STATUS_NOT_ALLOW_TO_OP'],
  PARAM_ILLEGAL: [700004, 'PARAM_ILLEGAL'],
  NOT_OWN_FLEET: [700009, 'operation not support fot nonDBS order!'],
  OP_NOT_SUPPORT: [700013, 'OP_NOT_SUPPORT'],
  NOT_AVAILABLE_NTFS_3PL: [700016, 'NOT_AVAILABLE_NTFS_3PL'],
  PARAM_IS_NULL: [700017, 'PARAM_IS_NULL'],
  NOT_DIGITAL: [700020, 'ORDER_ITEM_NOT_BELONG_DIGITAL'],
  ORDER_NOT_FOUND: [700021, 'ORDER_NOT_FOUND'],
  BATCH_SIZE_OUT_OF_LIMIT: [700022, 'BATCH_SIZE_OUT_OF_LIMIT'],
  GET_LOCK_FAILED: [700024, 'GET_LOCK_FAILED'],
  ORDER_ITEM_NOT_FOUND: [700025, 'ORDER_ITEM_NOT_FOUND'],
  FO_ITEM_NOT_ALLOW_TO_PACK: [700026, 'FO_ITEM_NOT_ALLOW_TO_PACK'],
  FBL_ITEM: [700027, 'FBL_ITEM_NOT_SUPPORT'],
  ITEM_MUST_BELONG_SAME_WAREHOUSE: [700029, 'ITEM_MUST_BELONG_SAME_WAREHOUSE'],
  DIGITAL_ITEM: [700030, 'DIGITAL_ITEM_NOT_SUPPORT'],
  NO_PRINTABLE_PACKAGE: [700040, 'no packages that support printing'],
} as const;
export type FulfillmentError = keyof typeof FULFILLMENT_ERRORS;

export type ElementVerdict = { msg: string; item_err_code: string; retry: boolean };

/** How each element of a batch says whether it went through: `"0"` is success. */
export function elementVerdict(error?: FulfillmentError): ElementVerdict {
  if (!error) return { msg: 'success', item_err_code: '0', retry: false };
  const [code, msg] = FULFILLMENT_ERRORS[error];
  return { msg, item_err_code: String(code), retry: error === 'GET_LOCK_FAILED' };
}
