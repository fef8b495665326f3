import type { z } from 'zod';
import type { Http } from '../http/http';
import { encodedParams, type ParamValue, sentParams } from '../http/params';
import type { Priority } from '../http/throttle';
import type { HttpMessage } from '../http/transport';
import type { RefusalIn } from '../http/verdict';
import { bucketLevel, readHaravanAnswer } from './answer-verdict';
import type { HaravanAuth } from './haravan-auth';
import type { HaravanConfig } from './haravan-config';

export type HaravanHost = 'api' | 'accounts' | 'webhook' | 'shop';

/** One API as data; everything else is the pipeline (design §3.4). */
export type HaravanEndpoint<Input, Output> = {
  /** Our name, for logs and errors. */
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `api` when absent: below `/com`. */
  host?: HaravanHost;
  /** Ids in it must be encoded: see `at`. */
  path: (input: Input) => string;
  query?: (input: Input) => Record<string, ParamValue>;
  body?: (input: Input) => unknown;
  /** Sent form-encoded instead of a JSON body. */
  form?: (input: Input) => Record<string, ParamValue>;
  /** Sending it twice does no harm. */
  repeatable: boolean;
  /** An empty 2xx body counts as `undefined`. */
  mayBeEmpty?: boolean;
  answer: z.ZodType<Output>;
  refusalIn?: RefusalIn<Output>;
};

/** The half of an endpoint that is sent. */
type Asked<Input> = Omit<HaravanEndpoint<Input, unknown>, 'answer' | 'refusalIn'>;

export type HaravanDeps = { http: Http /** Date.now when absent. */; nowMs?: () => number };

export type HaravanCall = <Input, Output>(
  endpoint: HaravanEndpoint<Input, Output>,
  auth: HaravanAuth | undefined,
  input: Input,
) => Promise<Output>;

const DEFAULT_TIMEOUT_MS = 15_000;

/** An id as one path segment. */
export const at = encodeURIComponent;

/** The handle of `shop` or `shop.myharavan.com`. */
export function shopHandle(shop: string): string {
  return shop
    .trim()
    .toLowerCase()
    .replace(/\.myharavan\.com$/, '');
}

function baseUrl(config: HaravanConfig, host: HaravanHost, auth: HaravanAuth | undefined): string {
  if (host === 'accounts') return config.accountsUrl;
  if (host === 'webhook') return config.webhookUrl;
  if (host === 'shop') return config.adminUrl.replaceAll('{shop}', at(shopHandle(auth?.shop ?? '')));
  return `${config.apiUrl}/com`;
}

function encodedBody<Input>(endpoint: Asked<Input>, input: Input) {
  if (endpoint.form !== undefined) {
    return { type: 'application/x-www-form-urlencoded', body: encodedParams(sentParams(endpoint.form(input))) };
  }
  return endpoint.body && { type: 'application/json', body: JSON.stringify(endpoint.body(input)) };
}

function buildMessage<Input>(
  config: HaravanConfig,
  endpoint: Asked<Input>,
  auth: HaravanAuth | undefined,
  input: Input,
): HttpMessage {
  const query = encodedParams(sentParams(endpoint.query?.(input) ?? {}));
  const base = baseUrl(config, endpoint.host ?? 'api', auth);
  const content = encodedBody(endpoint, input);
  return {
    method: endpoint.method,
    url: `${base}${endpoint.path(input)}${query === '' ? '' : `?${query}`}`,
    headers: {
      accept: 'application/json',
      ...(auth && { authorization: `Bearer ${auth.accessToken}` }),
      ...(content && { 'content-type': content.type }),
    },
    body: content?.body,
  };
}

/** @param priority of calls that nobody waits for */
export function createHaravanCall(
  config: HaravanConfig,
  deps: HaravanDeps,
  priority: Priority = 'background',
): HaravanCall {
  return (endpoint, auth, input) =>
    deps.http.send({
      platform: 'haravan',
      operation: endpoint.operation,
      tenant: auth?.orgId ?? 'app',
      repeatable: endpoint.repeatable,
      timeoutMs: config.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      throttle: auth && {
        key: `haravan:${auth.orgId}`,
        priority: auth.priority === 'interactive' ? 'interactive' : priority,
      },
      beforeAttempt: auth?.beforeCall,
      build: () => buildMessage(config, endpoint, auth, input),
      read: (answer) =>
        readHaravanAnswer(answer, {
          schema: endpoint.answer,
          isRead: endpoint.method === 'GET',
          mayBeEmpty: endpoint.mayBeEmpty ?? false,
          refusalIn: endpoint.refusalIn,
        }),
      level: bucketLevel,
    });
}
