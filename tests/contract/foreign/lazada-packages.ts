import { createRequire } from 'node:module';
import { z } from 'zod';

type Params = Record<string, string>;
/** Named methods check their own types: some want numbers. */
type Payload = Record<string, string | number>;
type Send = (
  base: string,
  appKey: string,
  appSecret: string,
  path: string,
  token: string | undefined,
  params: Params,
) => Promise<unknown>;
type Named = (
  appKey: string,
  appSecret: string,
  gateway: string,
  token: string,
  payload: Payload,
  method: 'GET' | 'POST',
  protocol: 'HTTP',
) => Promise<unknown>;

/** Lazada's answers; a refusal is thrown as it was sent. */
const answer = z.looseObject({ code: z.string(), request_id: z.string() });
export type ForeignAnswer = z.infer<typeof answer>;

/** A client of Lazada that this project did not write, called as its users call it. */
export type ForeignLazada = {
  name: string;
  /** Its inner request functions, for any path. */
  get(path: string, params?: Params, token?: string): Promise<ForeignAnswer>;
  post(path: string, params?: Params, token?: string): Promise<ForeignAnswer>;
  /** One of its named methods, e.g. `getOrders`. */
  named(method: string, payload: Payload, verb: 'GET' | 'POST', token: string): Promise<ForeignAnswer>;
};

export type ForeignApp = { url: string; appKey: string; appSecret: string };

// Both are CommonJS without types.
const require = createRequire(import.meta.url);
const PACKAGES = {
  'lazada-open-platform-sdk': () => [
    require('lazada-open-platform-sdk/lib/LazadaRequest'),
    require('lazada-open-platform-sdk/lib/LazadaClient'),
  ],
  'lazada-api': () => [require('lazada-api/lib/LazadaRequest'), require('lazada-api/lib/LazadaClient')],
};
export type PackageName = keyof typeof PACKAGES;
export const PACKAGE_NAMES = Object.keys(PACKAGES) as PackageName[];

const requestModule = z.object({ get: z.custom<Send>(), post: z.custom<Send>() });
const clientModule = z.record(z.string(), z.custom<Named>());

export function openForeign(name: PackageName, { url, appKey, appSecret }: ForeignApp): ForeignLazada {
  const [request, client] = PACKAGES[name]();
  const { get, post } = requestModule.parse(request);
  const methods = clientModule.parse(client);
  const base = `${url}/rest`;
  return {
    name,
    get: async (path, params = {}, token) => answer.parse(await get(base, appKey, appSecret, path, token, params)),
    post: async (path, params = {}, token) => answer.parse(await post(base, appKey, appSecret, path, token, params)),
    async named(method, payload, verb, token) {
      const call = methods[method];
      if (call === undefined) throw new RangeError(`${name} has no ${method}`);
      return answer.parse(await call(appKey, appSecret, base.replace('http://', ''), token, payload, verb, 'HTTP'));
    },
  };
}
