import { z } from 'zod';
import { misshapenFailure, readBody, unreadableFailure } from '../http/body';
import { retryAfterMs } from '../http/retry-after';
import type { HttpAnswer } from '../http/transport';
import { acceptedOrRefused, type Failure, platformWords, type RefusalIn, type Verdict } from '../http/verdict';
import { issueSummary } from '../wire/rows';
import { optionalText, text } from '../wire/scalars';
import { meaningOf, plainCode } from './error-codes';

/** Where the payload sits: `data`, `result` (with its own `data` inside or not), or the whole body (lazada.md §3.1). */
export type Envelope = 'data' | 'result' | 'result.data' | 'top';

export type AnswerRules<T> = { envelope: Envelope; answer: z.ZodType<T>; refusalIn?: RefusalIn<T> };

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
  errorCode: anything,
  error_msg: anything,
  errorMsg: anything,
  msg: anything,
});
type Gateway = z.infer<typeof gatewaySchema>;

function codeFailure(code: string, words: unknown, requestId: string | undefined, detail?: unknown): Failure {
  const platformMessage = platformWords(words);
  return { ...meaningOf(code, platformMessage), code: plainCode(code), platformMessage, requestId, detail };
}

/** No readable body: only the status speaks. */
function statusFailure(answer: HttpAnswer): Failure {
  const { status } = answer;
  const code = `http_${status}`;
  if (status === 429)
    return { kind: 'throttled', mayHaveHappened: false, retryAfterMs: retryAfterMs(answer, 1_000), code };
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
  msg: anything,
});

function innerFailure(holder: unknown, requestId: string | undefined): Failure | undefined {
  const inner = innerSchema.safeParse(holder);
  if (!inner.success) return undefined;
  const { error_code, errorCode, error_msg, errorMsg, msg } = inner.data;
  const named = error_code ?? errorCode;
  const code = text.safeParse(named).data || 'not_successful';
  const displayed = z.object({ displayMessage: anything }).safeParse(named).data?.displayMessage;
  return codeFailure(code, error_msg ?? errorMsg ?? displayed ?? msg, requestId, holder);
}

/** The id to quote to Lazada's support, also of an answer that was cut short. */
function writtenRequestId(text: string): string | undefined {
  return /"request_id"\s*:\s*"([\w.-]{1,64})"/.exec(text)?.[1];
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
export function readLazadaAnswer<T>(
  answer: HttpAnswer,
  { envelope, answer: schema, refusalIn }: AnswerRules<T>,
): Verdict<T> {
  const body = readBody(answer);
  const refused = answer.status === 429 || answer.status >= 400;
  const value = body.kind === 'json' ? body.value : undefined;
  const gateway = gatewaySchema.safeParse(value);
  if (!gateway.success) {
    const unread = body.kind === 'json' ? misshapenFailure('no code') : unreadableFailure(body, answer.status);
    const failure = refused ? statusFailure(answer) : unread;
    return { ok: false, failure: { ...failure, requestId: writtenRequestId(answer.text) } };
  }
  const failure = gatewayFailure(gateway.data, answer.status);
  if (failure !== undefined) return { ok: false, failure };
  const requestId = gateway.data.request_id;
  const payload = schema.safeParse(payloadOf(value, gateway.data, envelope));
  const verdict: Verdict<T> = payload.success
    ? acceptedOrRefused(payload.data, refusalIn)
    : { ok: false, failure: misshapenFailure(issueSummary(payload.error)) };
  return verdict.ok ? { ...verdict, requestId } : { ok: false, failure: { ...verdict.failure, requestId } };
}
