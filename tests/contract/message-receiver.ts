import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Message = { header(name: string): string | undefined; rawBody: Buffer };
export type MessageReceiver = { url: string; received: Message[]; close(): Promise<void> };

/** Stands where the app would: keeps what it is sent, byte by byte, and echoes a challenge. */
export async function startMessageReceiver(): Promise<MessageReceiver> {
  const received: Message[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const header = (name: string) => request.headers[name]?.toString();
    if (request.method === 'POST') received.push({ header, rawBody: Buffer.concat(chunks) });
    response.end(new URL(request.url ?? '/', 'http://app').searchParams.get('hub.challenge') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close };
}
