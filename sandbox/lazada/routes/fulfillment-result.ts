import type { z } from 'zod';
import type { SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import type { Params } from '../params';
import { parseJson } from '../validations/json-params';
import { FULFILLMENT_ERRORS, type FulfillmentError } from './fulfillment-codes';

/** A request that is refused as a whole: `success` false inside `result`, `code` still "0" (lazada.md §3.1). */
class RequestRefused extends Error {
  readonly error: FulfillmentError;

  constructor(error: FulfillmentError) {
    super(error);
    this.error = error;
  }
}

export function refuseRequest(error: FulfillmentError): never {
  throw new RequestRefused(error);
}

/** Wraps what an endpoint says into the `result` of the new fulfillment APIs. */
export function resultOf(act: (call: SellerCall) => unknown): (call: SellerCall) => ApiBody {
  return (call) => {
    try {
      return { result: { success: true, data: act(call) } };
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      const [code, text] = FULFILLMENT_ERRORS[error.error];
      return { result: { success: false, error_code: String(code), error_msg: text } };
    }
  };
}

/** The JSON text in one parameter; batches hold at most 20. */
export function readRequest<S extends z.ZodType>(params: Params, name: string, schema: S): z.infer<S> {
  const text = params.get(name);
  if (!text) refuseRequest('PARAM_IS_NULL');
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : refuseRequest('PARAM_ILLEGAL');
}

const MAX_BATCH = 20;

export function checkBatch(batch: readonly unknown[]): void {
  if (batch.length === 0) refuseRequest('PARAM_IS_NULL');
  if (batch.length > MAX_BATCH) refuseRequest('BATCH_SIZE_OUT_OF_LIMIT');
}
