import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedWebhook = {
  topic: string;
  orgId: string;
  signature: string;
  rawBody: string;
  body: Record<string, unknown>;
};
export type WebhookReceiver = {
  /** Without a path: stands where the app would. */
  url: string;
  received: ReceivedWebhook[];
  /** Answer to POST. */
  status: number;
  /** Whether GET returns the challenge, and for which token. */
  verifyToken: string;
  close(): Promise<void>;
};

/** An app that only receives webhooks. */
export async function startWebhookReceiver(verifyToken: string): Promise<WebhookReceiver> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://app');
    if (request.method === 'GET') {
      const isOurs = url.searchParams.get('hub.verify_token') === receiver.verifyToken;
      response.writeHead(isOurs ? 200 : 401).end(isOurs ? url.searchParams.get('hub.challenge') : '');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawBody = Buffer.concat(chunks).toString('utf8');
    const header = (name: string) => String(request.headers[name] ?? '');
    receiver.received.push({
      topic: header('x-haravan-topic'),
      orgId: header('x-haravan-org-id'),
      signature: header('x-haravan-hmacsha256'),
      rawBody,
      body: JSON.parse(rawBody) as ReceivedWebhook['body'],
    });
    response.writeHead(receiver.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    status: 200,
    verifyToken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
