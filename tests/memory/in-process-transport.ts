import type { HaravanSandbox } from '@/sandbox/haravan/sandbox';
import type { LazadaSandbox } from '@/sandbox/lazada/sandbox';
import { type HttpAnswer, type HttpMessage, type Transport, TransportFailure } from '@/src/clients/http/transport';
import type { Seam } from './seam';

export type MemoryPlatforms = {
  haravan: Pick<HaravanSandbox, 'hono'>;
  lazada: Pick<LazadaSandbox, 'hono' | 'call' | 'faults'>;
};

/** Where the clients think that both platforms are. */
export type Origins = { haravan: string; lazada: string };

export type Answering = (message: HttpMessage) => Promise<HttpAnswer>;

/** A platform's server without its sockets; whoever drops the connection finds a pretended one. */
async function overTheWire(app: MemoryPlatforms['haravan']['hono'], message: HttpMessage): Promise<HttpAnswer> {
  const state = { dropped: false };
  const socket = {
    resetAndDestroy() {
      state.dropped = true;
    },
  };
  const { url, method, headers, body } = message;
  const response = await app.fetch(new Request(url, { method, headers, body }), { incoming: { socket } });
  if (state.dropped) throw new TransportFailure('reset', 'ECONNRESET');
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

/** Links in an answer start with the origin by which it was asked for. */
const HAS_LINKS = /\/document\//;

function paramsOf(query: string, body = ''): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(query), ...new URLSearchParams(body)]);
}

/** Lazada's operations below signature, limits and faults: a third of the cost, the same code answers. */
async function pastTheGateway(lazada: MemoryPlatforms['lazada'], message: HttpMessage, start: number) {
  const { url, body } = message;
  const mark = url.indexOf('?');
  const params = paramsOf(url.slice(mark + 1), body);
  const envelope = lazada.call(url.slice(start, mark), { accessToken: params.access_token ?? '' }, params);
  return { status: 200, headers: {}, text: JSON.stringify(envelope) };
}

/**
 * Both platforms within this process. Everything of the clients is real: signing, encoding, JSON, schemas. `direct` skips
 * what Lazada's gateway checks (signature, limits) as long as no fault waits there.
 */
export function answerInProcess({ haravan, lazada }: MemoryPlatforms, origins: Origins, direct = true): Answering {
  const rest = `${origins.lazada}/rest`;
  const isQuiet = () => !lazada.faults.list().some(({ count, hits }) => count === 'always' || hits < count);
  return (message) => {
    const { url } = message;
    if (url.startsWith(rest) && direct && isQuiet() && !HAS_LINKS.test(url)) {
      return pastTheGateway(lazada, message, rest.length);
    }
    if (url.startsWith(origins.lazada)) return overTheWire(lazada.hono, message);
    if (url.startsWith(origins.haravan)) return overTheWire(haravan.hono, message);
    throw new TransportFailure('unreachable', 'ENOTFOUND');
  };
}

/** The same as a transport, each call an effect at the seam: `lazada POST /rest/product/price_quantity/update`. */
export function createInProcessTransport(answer: Answering, origins: Origins, seam: Seam): Transport {
  return (message) => {
    const platform = message.url.startsWith(origins.lazada) ? 'lazada' : 'haravan';
    const path = message.url.slice(origins[platform].length).split('?')[0];
    return seam.around('call', `${platform} ${message.method} ${path}`, () => answer(message));
  };
}
