import { type Clock, createClock } from '../../core/clock';
import { createIds } from '../../core/ids';
import { type RunningServer, serve } from '../../core/server';
import { createLazadaSandbox, type LazadaSandbox } from '../sandbox';
import { APP, signed } from './hand-signed';
import { type PushReceiver, startPushReceiver } from './push-receiver';
import { CALLBACK, SEED, SELLER } from './seed';

/** What comes back from the gateway; tests look into it as they like. */
export type Answer = { code: string; type?: string; message?: string; request_id?: string } & Record<string, never>;

export type Rig = {
  url: string;
  clock: Clock;
  sandbox: LazadaSandbox;
  pushes: PushReceiver;
  /** A signed GET with everything in the query; `token` where the API needs one. */
  call(path: string, params?: Record<string, string>, token?: string): Promise<Answer>;
  /** Logs a seller in on the consent page and returns the callback it was sent to. */
  consent(form?: Record<string, string>): Promise<Response>;
  token(sellerId?: string): Promise<string>;
  close(): Promise<void>;
};

/** A sandbox on a free port with real time, and a receiver for its pushes. */
export async function startRig(): Promise<Rig> {
  const clock = createClock();
  const pushes = await startPushReceiver();
  const app = { ...APP, callbackUrl: CALLBACK, pushUrl: pushes.url };
  const sandbox = createLazadaSandbox({ clock, ids: createIds(7), app });
  sandbox.load(SEED);
  const server = await serve(sandbox.hono);
  const call = caller(server, clock);
  const consent = consentForm(server);
  return {
    url: server.url,
    clock,
    sandbox,
    pushes,
    call,
    consent,
    async token(sellerId = SELLER) {
      const seller = SEED.sellers.find((candidate) => candidate.sellerId === sellerId);
      if (!seller) throw new Error(`no seller ${sellerId}`);
      const sent = await consent({ account: seller.email, password: seller.password, country: seller.country });
      const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
      const answer = (await call('/auth/token/create', { code })) as { access_token?: string };
      return String(answer.access_token);
    },
    async close() {
      sandbox.close();
      await Promise.all([server.close(), pushes.close()]);
    },
  };
}

function caller(server: RunningServer, clock: Clock): Rig['call'] {
  return async (path, params = {}, token) => {
    const pool = token === undefined ? params : { ...params, access_token: token };
    const response = await fetch(`${server.url}/rest${path}?${new URLSearchParams(signed(path, pool, clock.now()))}`);
    return (await response.json()) as Answer;
  };
}

function consentForm(server: RunningServer): Rig['consent'] {
  const known = { client_id: APP.key, redirect_uri: CALLBACK, response_type: 'code', state: 'abc', country: 'vn' };
  const login = { account: 'ban@example.vn', password: 'Mat-khau-1' };
  return (form = {}) => {
    const body = new URLSearchParams({ ...known, ...login, ...form });
    return fetch(`${server.url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' });
  };
}
