import { Hono } from 'hono';
import type { SandboxApp } from '@/sandbox/core/server';

/** A call as it came in, to be made again byte for byte. */
export type RecordedCall = {
  at: number;
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
};

export type Recorder = {
  /** The platform, with every call to it kept while recording is on. Controls are no calls. */
  around(platform: SandboxApp, operationOf: (method: string, path: string) => string): SandboxApp;
  /** `PUT /__bench/recording` begins anew; `DELETE` ends, and answers what was recorded. */
  routes: Hono;
};

const KEPT_HEADERS = ['authorization', 'content-type', 'accept'];

async function recorded(request: Request, operation: string): Promise<RecordedCall> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const { method, url } = request;
  return { at: Date.now(), operation, method, url, headers: Object.fromEntries(headers), body: await request.text() };
}

export function createRecorder(): Recorder {
  let calls: RecordedCall[] | null = null;
  const routes = new Hono();
  routes.put('/recording', (c) => {
    calls = [];
    return c.json({ ok: true });
  });
  routes.delete('/recording', (c) => {
    const made = calls ?? [];
    calls = null;
    return c.json({ calls: made });
  });
  return {
    routes,
    around(platform, operationOf) {
      const outer: SandboxApp = new Hono();
      outer.use(async (c, next) => {
        const { method, path } = c.req;
        if (calls !== null && !path.startsWith('/__'))
          calls.push(await recorded(c.req.raw.clone(), operationOf(method, path)));
        await next();
      });
      outer.route('/', platform);
      return outer;
    },
  };
}
