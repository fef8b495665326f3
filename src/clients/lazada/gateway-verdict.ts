import { z } from 'zod';
import { misshapenFailure, readBody, unreadableFailure } from '../http/body';
import type { HttpAnswer } from '../http/transport';
import { type Failure, platformWords, type Verdict } from '../http/verdict';
import { issueSummary } from '../wire/rows';
import { optionalText, text } from '../wire/scalars';
import { meaningOf, plainCode } from './error-codes';

/** Where the payload sits: `data`, `result` (with its own `data` inside or not), or the whole body (lazada.md §3.1). */
export type Envelope = 'data' | 'result' | 'result.data' | 'top';

/** Present or not. */
const anything = z.unknown().optional();

const gatewaySchema = z.object({
  code: text,
  message: anything,
  request_id: optionalText.catch(undefined),
  detail: anything,
  data: anything,
  result: anything,
  success: anything,
  error_code: anything,
});
type Gateway = z.infer<typeof gatewaySchema>;

function codeFailure(code: string, words: unknown, requestId: string | undefined, detail?: unknown): Failure {
  const platformMessage = platformWords(words);
  return { ...meaningOf(code, platformMessage), code: plainCode(code), platformMessage, requestId, detail };
}

/** No readable body: only the status speaks. */
function statusFailure(status: number): Failure {
  const code = `http_${status}`;
  if (status === 429) return { kind: 'throttled', mayHaveHappened: false, retryAfterMs: 1_000, code };
  if (status >= 500) return { kind: 'unavailable', mayHaveHappened: true, code };
  return { kind: 'rejected', mayHaveHappened: false, code };
}

/** Errors inside a call whose `code` is 0: `success: false`, spelled in three ways (lazada.md §11.1, §13). */
const innerSchema = z.object({
  success: z.union([z.literal(false), z.literal('false')]),
  error_code: anything,
  errorCode: anything,
  error_msg: anything,
  errorMsg: anything,
});

function innerFailure(holder: unknown, requestId: string | undefined): Failure | undefined {
  const inner = innerSchema.safeParse(holder);
  if (!inner.success) return undefined;
  const { error_code, errorCode, error_msg, errorMsg } = inner.data;
  const named = error_code ?? errorCode;
  const code = text.safeParse(named).data || 'not_successful';
  const displayed = z.object({ displayMessage: anything }).safeParse(named).data?.displayMessage;
  return codeFailure(code, error_msg ?? errorMsg ?? displayed, requestId, holder);
}

function payloadOf(body: unknown, gateway: Gateway, envelope: Envelope): unknown {
  if (envelope === 'top') return body;
  if (envelope === 'data') return gateway.data;
  if (envelope === 'result') return gateway.result;
  return z.object({ data: anything }).safeParse(gateway.result).data?.data;
}

function gatewayFailure(gateway: Gateway, status: number): Failure | undefined {
  const { code, message, request_id, detail, result } = gateway;
  if (plainCode(code) !== '0') {
    const failure = codeFailure(code, message, request_id, detail);
    return status >= 500 ? { ...failure, kind: 'unavailable', mayHaveHappened: true } : failure;
  }
  return innerFailure(gateway, request_id) ?? innerFailure(result, request_id);
}

/** The verdict is the `code` in the body; HTTP says 200 to almost everything (lazada.md §1.2). */
export function readLazadaAnswer<T>(answer: HttpAnswer, envelope: Envelope, schema: z.ZodType<T>): Verdict<T> {
  const body = readBody(answer);
  const refused = answer.status === 429 || answer.status >= 400;
  if (body.kind !== 'json') {
    return { ok: false, failure: refused ? statusFailure(answer.status) : unreadableFailure(body, answer.status) };
  }
  const gateway = gatewaySchema.safeParse(body.value);
  if (!gateway.success) {
    return { ok: false, failure: refused ? statusFailure(answer.status) : misshapenFailure('no code') };
  }
  const failure = gatewayFailure(gateway.data, answer.status);
  if (failure !== undefined) return { ok: false, failure };
  const requestId = gateway.data.request_id;
  const payload = schema.safeParse(payloadOf(body.value, gateway.data, envelope));
  if (payload.success) return { ok: true, value: payload.data, requestId };
  return { ok: false, failure: { ...misshapenFailure(issueSummary(payload.error)), requestId } };
}
