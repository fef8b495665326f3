import { type HttpMessage, type HttpAnswer, type Transport, TransportFailure } from '@/src/clients/http/transport';
import type { Seam } from './seam';

/** A platform's server without its sockets. */
export type InProcessApp = { fetch(request: Request, env?: object): Response | Promise<Response> };

/** Whoever drops the connection finds this in place of a socket. */
function pretendedSocket() {
  const state = { dropped: false };
  const socket = {
    resetAndDestroy() {
      state.dropped = true;
    },
  };
  return { state, env: { incoming: { socket } } };
}

async function send(app: InProcessApp, { url, method, headers, body }: HttpMessage): Promise<HttpAnswer> {
  const { state, env } = pretendedSocket();
  const response = await app.fetch(new Request(url, { method, headers, body }), env);
  if (state.dropped) throw new TransportFailure('reset', 'ECONNRESET');
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

/** Answers from within this process: the messages, signed as ever, reach the app that has the url's origin. */
export function createInProcessTransport(apps: Readonly<Record<string, InProcessApp>>, seam: Seam): Transport {
  return (message) => {
    const { origin, host, pathname } = new URL(message.url);
    const app = apps[origin];
    if (!app) throw new TransportFailure('unreachable', 'ENOTFOUND');
    return seam.around('call', `${host.split('.')[0]} ${message.method} ${pathname}`, () => send(app, message));
  };
}
