import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How to answer one request. `silence` never answers; `reset` cuts the line after reading the request. */
export type Scripted =
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer }
  | 'silence'
  | 'reset'
  | 'drip';

export type Received = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

export type AnsweringServer = { url: string; received: Received[]; close(): Promise<void> };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
}

function answer(scripted: Scripted, request: IncomingMessage, response: ServerResponse): void {
  if (scripted === 'silence') return;
  if (scripted === 'reset') request.socket.destroy();
  else if (scripted === 'drip') drip(response);
  else {
    response.writeHead(scripted.status ?? 200, { 'content-type': 'application/json', ...scripted.headers });
    response.end(scripted.body ?? '');
  }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A throwaway server for tests, told how to answer the n-th request; the last answer repeats. */
export async function startAnsweringServer(script: Scripted[]): Promise<AnsweringServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    received.push({ method, url, headers, body: await bodyOf(request) });
    answer(script[received.length - 1] ?? script.at(-1) ?? {}, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, close: () => stop(server) };
}
