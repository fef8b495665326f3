import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { emptied } from './empty-list';
import type { Fault } from './faults';

/** What a platform says in its own words. */
export type FaultWords = {
  throttled(fault: Fault): Response | Promise<Response>;
  expiredToken(fault: Fault): Response | Promise<Response>;
  /** Any other refusal, by code. A platform without this answers with the bare status. */
  refused?(fault: Fault): Response | Promise<Response>;
};

/** A bad day that only the platform itself can play, since it sits inside its work. */
export type Strike = 'partial-batch';

const HTML_ERROR_PAGE =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n' +
  '<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_SLOWNESS_MS = 3_000;

/** Runs `act` as the fault allows. Delays are real time: it is the caller's patience that is tried. */
export async function actUnderFault(
  c: Context,
  fault: Fault | undefined,
  words: FaultWords,
  act: (strike?: Strike) => Response | Promise<Response>,
): Promise<Response> {
  switch (fault?.kind) {
    case undefined:
      return act();
    case 'status':
      return new Response('', { status: fault.status ?? 500 });
    case 'html':
      return new Response(HTML_ERROR_PAGE, { status: fault.status ?? 502, headers: { 'content-type': 'text/html' } });
    case 'timeout':
      await pause(fault.delayMs ?? DEFAULT_TIMEOUT_MS);
      return dropConnection(c);
    case 'reset':
      return dropConnection(c);
    case 'slow':
      await pause(fault.delayMs ?? DEFAULT_SLOWNESS_MS);
      return act();
    case 'throttle':
      return words.throttled(fault);
    case 'expired-token':
      return words.expiredToken(fault);
    case 'refusal':
      return words.refused?.(fault) ?? new Response(fault.message ?? '', { status: fault.status ?? 400 });
    case 'partial-batch':
      return act('partial-batch');
    case 'lost-answer':
      await act();
      return dropConnection(c);
    case 'empty-body':
      await act();
      return new Response('', { status: fault.status ?? 200 });
    case 'empty-list':
      return emptied(await act());
  }
}

/** Ends the connection without an answer. Outside a real server (no socket) it throws, as a dead network would. */
export function dropConnection(c: Context): Response {
  const env = c.env as Partial<HttpBindings> | undefined;
  const socket = env?.incoming?.socket;
  if (!socket) throw new Error('connection reset by the sandbox');
  socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

/** Whether the answer never left: such a response must not be read or changed. */
export function isDropped(response: Response): boolean {
  return response === RESPONSE_ALREADY_SENT;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
