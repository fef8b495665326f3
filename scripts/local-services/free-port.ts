import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** Listens for a moment on this port (0: any) and answers which one it was; undefined when it is taken. */
function tryPort(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** Whether a server could listen on this port now, on every address of this machine. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined;
}

/** The preferred port when it is free, else one the system chooses. */
export async function freePort(preferred = 0): Promise<number> {
  const port = (await tryPort(preferred, LOOPBACK)) ?? (await tryPort(0, LOOPBACK));
  if (port === undefined) throw new Error('No free port on this machine.');
  return port;
}
