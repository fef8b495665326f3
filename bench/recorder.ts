import { Hono } from 'hono';
import type { SandboxApp } from '@/sandbox/core/server';

/** A call as it came in, to be made again byte for byte. */
export type RecordedCall = {
  at: number;
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Empty when it was longer than what is kept. */
  body: string;
  /** What the platform answered; Lazada refuses with 200. */
  status: number;
};

export type Recorder = {
  /** The platform, with every call to it kept while recording is on. Controls are no calls. */
  around(platform: SandboxApp, operationOf: (method: string, path: string) => string): SandboxApp;
  /** `PUT /__bench/recording?bodies=N` begins anew and keeps bodies up to so many bytes [all]; `DELETE` ends, and answers what was recorded. */
  routes: Hono;
};

const KEPT_HEADERS = ['authorization', 'content-type', 'accept'];

async function recorded(request: Request, operation: string, longest: number): Promise<RecordedCall> {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const { method, url } = request;
  const length = Number(request.headers.get('content-length') ?? 0);
  const body = length > 0 && length <= longest ? await request.clone().text() : '';
  return { at: Date.now(), operation, method, url, headers: Object.fromEntries(headers), body, status: 0 };
}

export function createRecorder(): Recorder {
  let calls: RecordedCall[] | null = null;
  let longest = Number.POSITIVE_INFINITY;
  const routes = new Hono();
  routes.put('/recording', (c) => {
    calls = [];
    longest = Number(c.req.query('bodies') ?? Number.POSITIVE_INFINITY);
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
        const isKept = calls !== null && !path.startsWith('/__');
        const call = isKept ? await recorded(c.req.raw, operationOf(method, path), longest) : undefined;
        if (call) calls?.push(call);
        await next();
        if (call) call.status = c.res.status;
      });
      outer.route('/', platform);
      return outer;
    },
  };
}
