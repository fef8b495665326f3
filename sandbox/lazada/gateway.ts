import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Calls } from '../core/calls';
import { actUnderFault, isDropped, type Strike } from '../core/fault-effects';
import type { Fault, Faults } from '../core/faults';
import { ApiRefusal, illegalAccessToken } from './api-refusal';
import type { CallLimiter } from './call-limit';
import { type ApiBody, refusalEnvelope } from './envelope';
import { callOperation } from './operations';
import { readParams, type Request } from './params';
import type { Platform } from './platform';
import { ownerOfToken } from './tokens';
import { checkAddress, checkEntry } from './validations/entry';

export type GatewayParts = { platform: Platform; faults: Faults; calls: Calls; limiter: CallLimiter };

const PREFIX = '/rest';

/** One road for every call: parameters, fault, checks of lazada.md §1, limits, operation, envelope, log. */
export function createGateway(parts: GatewayParts): (c: Context) => Promise<Response> {
  const { platform, faults, calls } = parts;
  return async (c) => {
    const url = new URL(c.req.url);
    const operation = url.pathname.slice(PREFIX.length);
    const request = await readParams(c);
    const tenant = ownerOfToken(platform, request.params.get('access_token') ?? '')?.sellerId ?? '';
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
    const entry = { request, origin: url.origin, address: addressOf(c) };
    const response = await actUnderFault(c, fault, words, (strike) => answer(run(parts, operation, entry, strike)));
    const status = isDropped(response) ? 0 : response.status;
    calls.record({ operation, method: c.req.method, path: url.pathname, tenant, status, code: verdict });
    return response;
  };
}

type Entry = { request: Request; origin: string; address: string | undefined };

function run({ platform, limiter }: GatewayParts, path: string, entry: Entry, strike: Strike | undefined): ApiBody {
  const { params, files } = entry.request;
  return callOperation(platform, path, { accessToken: params.get('access_token') ?? '' }, params, {
    origin: entry.origin,
    files,
    spoils: (index) => strike === 'partial-batch' && index % 2 === 1,
    enter() {
      checkEntry(platform, path, params);
      checkAddress(platform, entry.address);
    },
    admit: (seller) => limiter.count(path, seller.sellerId),
  });
}

function addressOf(c: Context): string | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress;
}

/** The family of lazada.md §3.3: `ApiCallLimit`, unless the fault names another such as `SellerCallLimit` or `901`. */
function throttled({ code = 'ApiCallLimit', message }: Fault): ApiRefusal {
  const text = 'Api access frequency exceeds the limit. this ban will last 1 seconds';
  return new ApiRefusal(code, 'ISV', message ?? text);
}
