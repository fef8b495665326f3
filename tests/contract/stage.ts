import { createClock } from '@/sandbox/core/clock';
import { type Sandbox, startSandbox } from '@/sandbox/main';
import { HARAVAN_SEED, LAZADA_SEED, SELLER_LOGIN } from './contract-seed';

/** What both platforms know of the app; nothing listens at its address. */
export const APP = {
  url: 'http://127.0.0.1:9',
  haravanClientId: 'a'.repeat(32),
  haravanClientSecret: 'b'.repeat(64),
  haravanVerifyToken: 'verify-me',
  lazadaAppKey: '123456',
  lazadaAppSecret: 'helloworld',
};

/** The app's callback at Lazada, below its address. */
export const callbackOf = (url: string): string => `${url}/connect/lazada/callback`;
const LAZADA_CALLBACK = callbackOf(APP.url);

/** Both platforms in this process with the contract's own shops. */
export async function startStage(app: Partial<typeof APP> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ app: { ...APP, ...app }, world: 'empty', clock: createClock() });
  sandbox.lazada.load(LAZADA_SEED);
  sandbox.haravan.load(HARAVAN_SEED);
  return sandbox;
}

/** The seller authorizes the app on Lazada's page; the code that the app is given. */
export async function authorizedCode(sandbox: Sandbox, callback = LAZADA_CALLBACK): Promise<string> {
  const asked = { response_type: 'code', client_id: APP.lazadaAppKey, redirect_uri: callback, state: 's' };
  const { email: account, ...login } = SELLER_LOGIN;
  const sent = await fetch(`${sandbox.urls.lazada}/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams({ ...asked, ...login, account }),
    redirect: 'manual',
  });
  const code = new URL(sent.headers.get('location') ?? 'http://nowhere').searchParams.get('code');
  if (code === null) throw new Error(`Lazada's page answered ${sent.status} without a code`);
  return code;
}
