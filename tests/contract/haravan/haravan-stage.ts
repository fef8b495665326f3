import { createClock } from '@/sandbox/core/clock';
import { createIds } from '@/sandbox/core/ids';
import { serve } from '@/sandbox/core/server';
import type { Bucket } from '@/sandbox/haravan/bucket';
import { createHaravanSandbox, type HaravanSandbox } from '@/sandbox/haravan/sandbox';
import { startWebhookReceiver } from '@/sandbox/haravan/testing/webhook-receiver';
import { createHaravanClient, type HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { Transport } from '@/src/clients/http/transport';
import { throughHaravan } from '@/tests/integration/browser';
import { type ContractHttp, createContractHttp } from '../contract-http';
import { HARAVAN, HARAVAN_LOCATION, HARAVAN_SEED, OWNER_LOGIN } from '../contract-seed';
import { APP } from '../stage';
import type { Book, HaravanStage } from './haravan-place';

const { orgId, shop, productId, blackId: variantId } = HARAVAN;
const GRANT_SCOPE = 'openid profile email org userinfo offline_access grant_service com.read_shop';
/** Pacing has tests of its own; here calls come as fast as they can. */
const NO_LIMIT: Bucket = { size: 80, take: () => true, used: () => 0, clear: () => undefined };

export type HaravanRig = {
  url: string;
  stage: HaravanStage;
  sandbox: HaravanSandbox;
  setPatience: ContractHttp['setPatience'];
  lastAnswer: ContractHttp['lastAnswer'];
  /** The shop as it was at the start: no orders, no faults. */
  renew(): void;
  close(): Promise<void>;
};

async function startPlatform() {
  const clock = createClock();
  const receiver = await startWebhookReceiver(APP.haravanVerifyToken);
  const redirectUri = `${receiver.url}/install/grandservice`;
  const app = {
    clientId: APP.haravanClientId,
    clientSecret: APP.haravanClientSecret,
    verifyToken: APP.haravanVerifyToken,
    url: receiver.url,
    redirectUris: [redirectUri],
  };
  let url = '';
  const sandbox = createHaravanSandbox({ clock, ids: createIds(1), bucket: NO_LIMIT, app, publicUrl: () => url });
  const server = await serve(sandbox.hono);
  url = server.url;
  const close = async () => {
    sandbox.close();
    await Promise.all([server.close(), receiver.close()]);
  };
  return { sandbox, url, redirectUri, now: () => clock.now(), close };
}

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new RangeError(`the sandbox has no ${what}`);
  return found;
};

function readBooks({ control }: HaravanSandbox) {
  const org = () => known(control.state(orgId).orgs[0], 'shop');
  const find = (books: readonly Book[], id: string) =>
    known(
      books.find((book) => String(book.id) === id),
      `record ${id}`,
    );
  return {
    onHand: () => known(org().stock.find((row) => String(row.variantId) === variantId)?.onHand, 'stock'),
    subscriptions: () => org().subscriptions.length,
    orders: () => org().orders,
    customers: () => org().customers,
    bookOfOrder: (id: string) => find(org().orders, id),
    bookOfVariant: (id: string) =>
      find(
        org().products.flatMap((product) => product.variants as Book[]),
        id,
      ),
  };
}

type Making = Pick<HaravanStage, 'order' | 'shipped' | 'customer' | 'code' | 'refreshToken'>;

/** Whatever an operation needs to be there before, made by the client itself. */
function createMakers(client: HaravanClient, auth: HaravanStage['auth'], redirectUri: string): Making {
  let lastPhone = 900_000_000;
  const order: Making['order'] = async () => {
    const made = await client.createOrder(auth, {
      lineItems: [{ variantId, productId, quantity: 2, price: 150_000 }],
      financialStatus: 'pending',
    });
    return { orderId: made.id, lineItemIds: made.lineItems.map((line) => line.id) };
  };
  const code: Making['code'] = async () => {
    const asked = client.authorizeUrl({ redirectUri, scope: GRANT_SCOPE, state: 's', nonce: 'n' });
    const back = await throughHaravan(asked, OWNER_LOGIN);
    return { code: known(back.searchParams.get('code') ?? undefined, 'code'), redirectUri };
  };
  return {
    order,
    async shipped() {
      const { orderId, lineItemIds } = await order();
      const { id } = await client.createFulfillment(auth, orderId, { lineItemIds, trackingNumber: 'LEX1' });
      return { orderId, lineItemIds, fulfillmentId: id };
    },
    async customer() {
      lastPhone += 1;
      const phone = `0${lastPhone}`;
      const { id } = await client.createCustomer(auth, { firstName: 'A', lastName: 'Nguyễn Văn', phone });
      return { customerId: id, phone };
    },
    code,
    async refreshToken() {
      const { code: given } = await code();
      return known((await client.exchangeCode(given, redirectUri)).refreshToken, 'refresh token');
    },
  };
}

/** The sandbox's shop with the product's own client before it. */
export async function startHaravanStage(transport?: Transport): Promise<HaravanRig> {
  const { sandbox, url, redirectUri, now, close } = await startPlatform();
  const { http, setPatience, lastAnswer } = createContractHttp(now, transport);
  const app = { clientId: APP.haravanClientId, clientSecret: APP.haravanClientSecret };
  const hosts = { accountsUrl: url, apiUrl: url, webhookUrl: url, adminUrl: `${url}/shops/{shop}` };
  const client = createHaravanClient({ ...app, ...hosts }, { http, nowMs: now });
  const auth = { accessToken: '', orgId, shop };

  function renew(): void {
    sandbox.load(HARAVAN_SEED);
    sandbox.faults.remove();
    auth.accessToken = sandbox.control.install(orgId).accessToken;
  }

  renew();
  const stage: HaravanStage = {
    ...createMakers(client, auth, redirectUri),
    ...readBooks(sandbox),
    client,
    auth,
    now: () => new Date(now()),
    variant: async () => ({ productId, variantId, price: 150_000 }),
    locationId: async () => HARAVAN_LOCATION,
  };
  return { url, stage, sandbox, setPatience, lastAnswer, renew, close };
}
