import { type Clock, createClock } from '../../core/clock';
import { createIds } from '../../core/ids';
import { type RunningServer, serve } from '../../core/server';
import { createHaravanSandbox, type HaravanSandbox } from '../sandbox';
import type { HaravanSeed } from '../seed';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver';

export const ORG = '200000111111';
export const OTHER_ORG = '200000222222';
export const MAIN = 620001;
export const NORTH = 620002;
export const SHIRT_M = 1090000001;
export const SHIRT_L = 1090000002;
export const GIFT = 1090000003;
export const CLIENT = { id: 'a'.repeat(32), secret: 'b'.repeat(64), verifyToken: 'verify-me' };

const PASSWORD = 'Mat-khau-1';
const user = (id: string, email: string, role: string[]) => ({
  id,
  email,
  password: PASSWORD,
  name: 'Nguyễn Văn A',
  role,
});

export const OWNER = user('11', 'chu@example.vn', ['admin']);
export const STAFF = user('12', 'nhanvien@example.vn', []);

const variant = { compareAtPrice: 0, policy: 'deny' as const };

export const SEED: HaravanSeed = {
  orgs: [
    {
      orgId: ORG,
      shop: 'hoa-mai',
      name: 'Hoa Mai',
      users: [OWNER, STAFF],
      locations: [
        { id: MAIN, name: 'Kho Hồ Chí Minh', isPrimary: true },
        { id: NORTH, name: 'Kho Hà Nội' },
      ],
      products: [
        {
          id: 1040000001,
          title: 'Áo thun',
          image: '/images/ao-thun.svg',
          variants: [
            {
              ...variant,
              id: SHIRT_M,
              title: 'Đen / M',
              barcode: 'AO-M',
              sku: 'AO-M',
              price: 110_000,
              tracked: true,
              stock: { [MAIN]: 10, [NORTH]: 5 },
            },
            {
              ...variant,
              id: SHIRT_L,
              title: 'Đen / L',
              barcode: 'AO-L',
              sku: 'AO-L',
              price: 170_000,
              tracked: true,
              stock: { [MAIN]: 7 },
            },
          ],
        },
        {
          id: 1040000002,
          title: 'Gói quà',
          variants: [
            {
              ...variant,
              id: GIFT,
              title: 'Default Title',
              barcode: null,
              sku: 'QUA',
              price: 20_000,
              tracked: false,
              stock: {},
            },
          ],
        },
      ],
    },
    {
      orgId: OTHER_ORG,
      shop: 'tre-viet',
      name: 'Tre Việt',
      users: [user('21', 'chu@treviet.vn', ['admin'])],
      locations: [{ id: 720001, name: 'Kho', isPrimary: true }],
      products: [],
    },
  ],
};

export type Answer<T> = { status: number; headers: Headers; body: T };
export type Rig = {
  url: string;
  clock: Clock;
  haravan: HaravanSandbox;
  receiver: WebhookReceiver;
  /** A REST call with the token of the installed app. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown, token?: string): Promise<Answer<T>>;
  close(): Promise<void>;
};

/** The simulator over real HTTP, with an app that receives its webhooks. Time stands still but for jumps. */
export async function startRig(start = Date.parse('2026-03-10T02:00:00Z')): Promise<Rig> {
  const clock = createClock(start, () => start);
  const receiver = await startWebhookReceiver(CLIENT.verifyToken);
  let server: RunningServer | undefined;
  const haravan = createHaravanSandbox({
    clock,
    ids: createIds(1),
    app: {
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      verifyToken: CLIENT.verifyToken,
      url: receiver.url,
      redirectUris: [`${receiver.url}/install/login`, `${receiver.url}/install/grandservice`],
    },
    publicUrl: () => server?.url ?? '',
  });
  haravan.load(SEED);
  server = await serve(haravan.hono);
  const { url } = server;
  const { accessToken } = haravan.control.install(ORG);
  return {
    url,
    clock,
    haravan,
    receiver,
    async call<T>(method: string, path: string, body?: unknown, token: string = accessToken) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: JSON.parse(text || 'null') as T };
    },
    async close() {
      haravan.close();
      await Promise.all([server?.close(), receiver.close()]);
    },
  };
}
