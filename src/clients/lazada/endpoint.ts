import type { Http } from '../http/http';
import type { Priority } from '../http/throttle';
import type { HttpMessage } from '../http/transport';
import { type AnswerRules, readLazadaAnswer } from './gateway-verdict';
import type { LazadaAuth } from './lazada-auth';
import type { LazadaConfig } from './lazada-config';
import { encodedParams, type ParamValue, sentParams } from '../http/params';
import { sign } from './sign';

/** One API as data; everything else is the pipeline (design §3.4). */
export type LazadaEndpoint<Input, Output> = {
  /** Our name, for logs and errors. */
  operation: string;
  method: 'GET' | 'POST';
  /** Without `/rest`. */
  path: string;
  host?: 'auth';
  /** Sending it twice does no harm. Never true for a write, whatever its method. */
  repeatable: boolean;
  params: (input: Input) => Record<string, ParamValue>;
} & AnswerRules<Output>;

export type LazadaDeps = { http: Http; nowMs?: () => number };

export type LazadaCall = <Input, Output>(
  endpoint: LazadaEndpoint<Input, Output>,
  auth: LazadaAuth | undefined,
  input: Input,
) => Promise<Output>;

const DEFAULT_TIMEOUT_MS = 20_000;

type Business = Record<string, string>;
type Target = Pick<LazadaEndpoint<never, unknown>, 'method' | 'path' | 'host'>;

/** System parameters in the query; business ones too on GET, else in a form body (lazada.md §1.2). */
function buildMessage(config: LazadaConfig, target: Target, business: Business, system: Business): HttpMessage {
  const signature = sign(target.path, { ...business, ...system }, config.appSecret);
  const signed = { ...system, sign: signature };
  const base = target.host === 'auth' ? `${config.authUrl}/rest` : config.apiUrl;
  const isGet = target.method === 'GET';
  const url = `${base}${target.path}?${encodedParams(isGet ? { ...business, ...signed } : signed)}`;
  if (isGet) return { method: 'GET', url };
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' };
  return { method: 'POST', url, headers, body: encodedParams(business) };
}

/** @param priority of calls that nobody waits for */
export function createLazadaCall(
  config: LazadaConfig,
  deps: LazadaDeps,
  priority: Priority = 'background',
): LazadaCall {
  const nowMs = deps.nowMs ?? Date.now;
  return (endpoint, auth, input) => {
    const business = sentParams(endpoint.params(input));
    return deps.http.send({
      platform: 'lazada',
      operation: endpoint.operation,
      tenant: auth?.sellerId ?? 'app',
      repeatable: endpoint.repeatable,
      timeoutMs: config.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      throttle: auth && {
        key: `lazada:${auth.sellerId}`,
        api: endpoint.path,
        priority: auth.priority === 'interactive' ? 'interactive' : priority,
      },
      beforeAttempt: auth?.beforeCall,
      build: () => {
        const system = sentParams({
          app_key: config.appKey,
          access_token: auth?.accessToken,
          sign_method: 'sha256',
          timestamp: nowMs(),
        });
        return buildMessage(config, endpoint, business, system);
      },
      read: (answer) => readLazadaAnswer(answer, endpoint),
    });
  };
}
