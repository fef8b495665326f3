import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An application that may reach the socket under it (see `dropConnection`). */
export type SandboxApp = Hono<{ Bindings: HttpBindings }>;
export type RunningServer = { url: string; port: number; close(): Promise<void> };

const KEEP_ALIVE_MS = 120_000;

/** Port 0 asks for a free one. `close` ends open connections at once, unanswered requests included. */
export async function serve(app: SandboxApp, port = 0, host = '127.0.0.1'): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as ReturnType<typeof createServer>;
  // On a busy machine a client may write to a connection in the moment in which five idle seconds end it.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${actual}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
