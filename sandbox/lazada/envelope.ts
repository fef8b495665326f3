import type { Platform } from './platform';
import type { ApiRefusal } from './api-refusal';
import { toDocTypes } from './wire/doc-types';

export type ApiBody = Record<string, unknown>;

/** Success: what the endpoint says plus `code` "0" as a string (lazada.md §3.1). `result` keeps its types in doc mode. */
export function successEnvelope(platform: Platform, body: ApiBody): ApiBody {
  const { result, ...rest } = body;
  const typed = platform.modes.wire === 'doc' ? (toDocTypes(rest) as ApiBody) : rest;
  return { ...(result === undefined ? {} : { result }), ...typed, code: '0', ...tracing(platform) };
}

/** Refusal: HTTP status stays 200 (lazada.md §1.2). */
export function refusalEnvelope(platform: Platform, refusal: ApiRefusal): ApiBody {
  const { code, type, message, detail } = refusal;
  return { code, type, message, ...(detail ? { detail } : {}), ...tracing(platform) };
}

/** 25 characters with a ms timestamp in the middle, as in captures (lazada.md §3.1). */
function tracing({ clock, wireIds: { requests: ids } }: Platform): { request_id: string; _trace_id_: string } {
  const at = String(clock.now()).padStart(13, '0').slice(-13);
  return {
    request_id: `${ids.hex(8)}${at}${ids.digits(4)}`,
    _trace_id_: `${ids.hex(8)}${at}${ids.digits(4)}e${ids.hex(4)}`,
  };
}
