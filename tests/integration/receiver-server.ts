import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { HaravanReceiver } from '@/src/sync/intake/receive-haravan';
import type { LazadaReceiver } from '@/src/sync/intake/receive-lazada';
import { answerOf, type ReceiveOutcome } from '@/src/sync/intake/receive-outcome';

export type Receivers = { haravan: HaravanReceiver; lazada: LazadaReceiver };

const toResponse = (outcome: ReceiveOutcome): Response => {
  const { status, body } = answerOf(outcome);
  return new Response(body, { status });
};

/** Where the platforms deliver to: the receivers on a port of their own (0: any), known before they exist. */
export async function startReceiverServer(port = 0) {
  let receivers: Receivers | undefined;
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (!receivers) return new Response('not ready', { status: 503 });
    if (pathname === '/api/webhooks/lazada') return toResponse(await receivers.lazada.receive(request));
    if (pathname !== '/api/webhooks/haravan') return new Response('not found', { status: 404 });
    if (request.method === 'GET') return toResponse(receivers.haravan.handshake(searchParams));
    return toResponse(await receivers.haravan.receive(request));
  };
  const server = createServer(getRequestListener(answer));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    use(given: Receivers) {
      receivers = given;
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
