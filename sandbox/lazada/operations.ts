import { ApiRefusal } from './api-refusal';
import { ENDPOINTS } from './endpoints';
import type { Seller } from './entities';
import { type ApiBody, refusalEnvelope, successEnvelope } from './envelope';
import { runDeadlines } from './orders/deadlines';
import type { Params, Upload } from './params';
import type { Platform } from './platform';
import { checkSellerState, checkToken } from './validations/entry';

/** Who asks: a token, or, past all tokens, the shop itself. */
export type Caller = { accessToken: string } | { sellerId: string };

export type CallCircumstances = {
  /** Scheme and host that links in the answer start with. */
  origin?: string;
  files?: readonly Upload[];
  spoils?: (index: number) => boolean;
  /** Called before anything else of a known path. */
  enter?: () => void;
  /** Called once the seller is known and may be served. */
  admit?: (seller: Seller) => void;
};

const NOT_SPOILT = () => false;

/**
 * One operation below signature, limits and wire: parameters as text in, the envelope out, never a throw for a refusal.
 * An unknown path answers `InvalidApiPath`, as the gateway does.
 */
export function callOperation(
  platform: Platform,
  path: string,
  caller: Caller | undefined,
  params: Params,
  circumstances: CallCircumstances = {},
): ApiBody {
  runDeadlines(platform);
  try {
    return successEnvelope(platform, perform(platform, path, caller, params, circumstances));
  } catch (error) {
    if (error instanceof ApiRefusal) return refusalEnvelope(platform, error);
    throw error;
  }
}

function perform(
  platform: Platform,
  path: string,
  caller: Caller | undefined,
  params: Params,
  circumstances: CallCircumstances,
): ApiBody {
  const endpoint = ENDPOINTS.get(path);
  if (!endpoint) throw new ApiRefusal('InvalidApiPath', 'ISP', 'Invalid Api Path');
  circumstances.enter?.();
  const { origin = '', files = [], spoils = NOT_SPOILT } = circumstances;
  const call = { platform, params, origin, files, spoils };
  if (endpoint.access === 'open') return endpoint.handle(call);
  const seller = sellerOf(platform, caller);
  if (!endpoint.worksWhenInactive) checkSellerState(seller, path);
  circumstances.admit?.(seller);
  return endpoint.handle({ ...call, seller });
}

function sellerOf(platform: Platform, caller: Caller | undefined): Seller {
  const known = caller && 'sellerId' in caller ? platform.store.sellers.get(caller.sellerId) : undefined;
  return known ?? checkToken(platform, caller && 'accessToken' in caller ? caller.accessToken : undefined);
}
