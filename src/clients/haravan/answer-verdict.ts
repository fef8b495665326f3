import type { z } from 'zod';
import { type Body, misshapenFailure, readBody, unreadableFailure } from '../http/body';
import { retryAfterMs } from '../http/retry-after';
import type { ThrottleSignal } from '../http/throttle';
import type { HttpAnswer } from '../http/transport';
import { acceptedOrRefused, type Failure, type RefusalIn, type Verdict } from '../http/verdict';
import { issueSummary } from '../wire/rows';
import { errorWords } from './error-words';

export type AnswerRules<T> = {
  schema: z.ZodType<T>;
  /** A GET: a 422 may pass on its own (haravan.md §2.2). */
  isRead: boolean;
  /** An empty 2xx body is read as `undefined` instead of being a fault. */
  mayBeEmpty: boolean;
  refusalIn?: RefusalIn<T>;
};

/** A missing record answers 422 with these words on some endpoints (haravan.md §2.2). */
const MISSING_WORDS = 'Dữ liệu không tồn tại';
/** The app's registration, not the shop, is at fault: its secret, its redirect addresses, the scopes it was given. */
const APP_FAULTS = new Set(['invalid_client', 'invalid_scope', 'unauthorized_client', 'http_403']);
const DEFAULT_RETRY_AFTER_MS = 2_000;

function byStatus(answer: HttpAnswer, isRead: boolean, message: string | undefined): Failure {
  const { status } = answer;
  if (status === 401) return { kind: 'unauthorized', mayHaveHappened: false };
  if (status === 404) return { kind: 'not_found', mayHaveHappened: false };
  if (status === 429)
    return { kind: 'throttled', mayHaveHappened: false, retryAfterMs: retryAfterMs(answer, DEFAULT_RETRY_AFTER_MS) };
  if (status >= 500) return { kind: 'unavailable', mayHaveHappened: true };
  if (status < 400) return { kind: 'malformed', mayHaveHappened: false, repeats: 0 };
  if (status !== 422) return { kind: 'rejected', mayHaveHappened: false };
  const isMissing = message?.normalize('NFC').includes(MISSING_WORDS) ?? false;
  if (isMissing) return { kind: 'not_found', mayHaveHappened: false };
  return { kind: 'rejected', mayHaveHappened: false, repeats: isRead ? 1 : 0 };
}

function refusal(answer: HttpAnswer, body: Body, isRead: boolean): Failure {
  const { platformMessage, error } = errorWords(body.kind === 'json' ? body.value : undefined);
  const code = error !== undefined && /^\w{1,64}$/.test(error) ? error : `http_${answer.status}`;
  const failure = { ...byStatus(answer, isRead, platformMessage), code, platformMessage };
  // A dead code or refresh token: get a new one (haravan.md §1.5).
  if (error === 'invalid_grant') return { ...failure, kind: 'unauthorized', remedy: 'authorize_again' };
  return APP_FAULTS.has(code) ? { ...failure, remedy: 'mend_app' } : failure;
}

function success<T>(answer: HttpAnswer, body: Body, rules: AnswerRules<T>): Verdict<T> {
  if (body.kind === 'unreadable' || (body.kind === 'empty' && !rules.mayBeEmpty)) {
    return { ok: false, failure: unreadableFailure(body, answer.status) };
  }
  const read = rules.schema.safeParse(body.kind === 'json' ? body.value : undefined);
  if (read.success) return acceptedOrRefused(read.data, rules.refusalIn);
  return { ok: false, failure: misshapenFailure(issueSummary(read.error)) };
}

export function readHaravanAnswer<T>(answer: HttpAnswer, rules: AnswerRules<T>): Verdict<T> {
  const body = readBody(answer);
  const requestId = answer.headers['x-request-id'];
  const isSuccess = answer.status >= 200 && answer.status < 300;
  const verdict: Verdict<T> = isSuccess
    ? success(answer, body, rules)
    : { ok: false, failure: refusal(answer, body, rules.isRead) };
  return verdict.ok ? { ...verdict, requestId } : { ok: false, failure: { ...verdict.failure, requestId } };
}

/** `X-Haravan-Api-Call-Limit: 12/80` (haravan.md §4). */
export function bucketLevel(answer: HttpAnswer): ThrottleSignal | undefined {
  const match = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(answer.headers['x-haravan-api-call-limit'] ?? '');
  if (match === null) return undefined;
  return { kind: 'level', used: Number(match[1]), size: Number(match[2]) };
}
