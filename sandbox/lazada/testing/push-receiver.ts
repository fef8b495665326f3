import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedPush = { authorization: string; rawBody: string; body: Record<string, never> };
export type PushReceiver = { url: string; received: ReceivedPush[]; status: number; close(): Promise<void> };

/** Stores what it gets and answers `status`. */
export async function startPushReceiver(): Promise<PushReceiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawBody = Buffer.concat(chunks).toString('utf8');
    receiver.received.push({
      authorization: request.headers.authorization ?? '',
      rawBody,
      body: JSON.parse(rawBody) as ReceivedPush['body'],
    });
    response.writeHead(receiver.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: PushReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/lazada`,
    received: [],
    status: 200,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
