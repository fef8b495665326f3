import type { Context } from 'hono';
import type { Calls } from '../core/calls';
import { actUnderFault, isDropped } from '../core/fault-effects';
import type { Fault, Faults } from '../core/faults';
import type { CallLimiter } from './call-limit';
import { ApiRefusal, illegalAccessToken } from './api-refusal';
import type { Endpoint } from './endpoint';
import { type ApiBody, refusalEnvelope, successEnvelope } from './envelope';
import { runDeadlines } from './orders/deadlines';
import { type Params, readParams } from './params';
import type { Platform } from './platform';
import { ownerOfToken } from './tokens';
import { checkEntry, checkSeller } from './validations/entry';

export type GatewayParts = {
  platform: Platform;
  endpoints: ReadonlyMap<string, Endpoint>;
  faults: Faults;
  calls: Calls;
  limiter: CallLimiter;
};

const PREFIX = '/rest';

/** One road for every call: parameters, fault, checks of lazada.md §1, endpoint, envelope, log. */
export function createGateway(parts: GatewayParts): (c: Context) => Promise<Response> {
  const { platform, faults, calls } = parts;
  return async (c) => {
    const url = new URL(c.req.url);
    const operation = url.pathname.slice(PREFIX.length);
    const params = await readParams(c);
    const tenant = ownerOfToken(platform, params.get('access_token') ?? '')?.sellerId ?? '';
    const fault = faults.take({ path: url.pathname, method: c.req.method, tenant });
    let verdict: string | undefined;
    const answer = (body: ApiBody) => {
      verdict = String(body.code);
      return c.json(body);
    };
    const refuse = (refusal: ApiRefusal) => answer(refusalEnvelope(platform, refusal));
    const words = {
      throttled: (by: Fault) => refuse(throttled(by)),
      expiredToken: () => refuse(illegalAccessToken()),
      refused: (by: Fault) =>
        refuse(new ApiRefusal(by.code ?? '6', 'ISP', by.message ?? 'E006: Unexpected internal error')),
    };
    const response = await actUnderFault(c, fault, words, () => answer(run(parts, operation, params, url.origin)));
    const status = isDropped(response) ? 0 : response.status;
    calls.record({ operation, method: c.req.method, path: url.pathname, tenant, status, code: verdict });
    return response;
  };
}

function run({ platform, endpoints, limiter }: GatewayParts, path: string, params: Params, origin: string): ApiBody {
  runDeadlines(platform);
  try {
    const endpoint = endpoints.get(path);
    checkEntry(platform, path, params, endpoint !== undefined);
    if (!endpoint) throw new ApiRefusal('InvalidApiPath', 'ISP', 'Invalid Api Path');
    const call = { platform, params, origin };
    if (endpoint.access === 'open') return successEnvelope(platform, endpoint.handle(call));
    const seller = checkSeller(platform, params, endpoint.worksWhenInactive ?? false);
    limiter.count(seller.sellerId);
    return successEnvelope(platform, endpoint.handle({ ...call, seller }));
  } catch (error) {
    if (error instanceof ApiRefusal) return refusalEnvelope(platform, error);
    throw error;
  }
}

/** The family of lazada.md §3.3: `ApiCallLimit`, unless the fault names another such as `SellerCallLimit` or `901`. */
function throttled({ code = 'ApiCallLimit', message }: Fault): ApiRefusal {
  const text = 'Api access frequency exceeds the limit. this ban will last 1 seconds';
  return new ApiRefusal(code, 'ISV', message ?? text);
}
