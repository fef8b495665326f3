import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hubChallenge } from '@/src/clients/haravan/hub-challenge';
import { readWebhookHeaders } from '@/src/clients/haravan/webhook-headers';
import { verifyWebhook } from '@/src/clients/haravan/webhook-signature';
import { parsePush } from '@/src/clients/lazada/parse-push';
import { verifyPush } from '@/src/clients/lazada/push-signature';
import { createDatabase } from '@/src/db/client';
import { createInboxStore, createRecipients } from '@/src/db/inbox-store';
import { createSweepDoor, createTenantDoor } from '@/src/db/tenant';
import { createHaravanReceiver } from '@/src/sync/intake/receive-haravan';
import { createLazadaReceiver } from '@/src/sync/intake/receive-lazada';
import { answerOf, type ReceiveOutcome } from '@/src/sync/intake/receive-outcome';
import { BODY_LIMIT_BYTES } from '@/src/sync/intake/take-in';
import type { TurnQueue } from '@/src/sync/ports/turn';
import { type FreshDatabase, freshDatabase } from './database';
import { addMerchant, storesOf } from './merchants';
import { testEncryption } from './test-encryption';

const SECRET = 'haravan-secret';
const LAZADA = { appKey: '100132', appSecret: 'lazada-secret' };
const ORG = '200000000001';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Doors = Pick<FreshDatabase, 'door' | 'sweep'>;

function receivers({ door, sweep }: Doors, queue: TurnQueue) {
  const inbox = createInboxStore(door, testEncryption);
  const common = { inbox, recipients: createRecipients(sweep), queue, clock: { now: Date.now }, log };
  return {
    haravan: createHaravanReceiver({
      ...common,
      verify: (rawBody, header) => verifyWebhook({ rawBody, header, secret: SECRET }),
      readHeaders: readWebhookHeaders,
      challenge: (query) => hubChallenge(query, 'verify-me'),
    }),
    lazada: createLazadaReceiver({
      ...common,
      verify: (rawBody, authorization) => verifyPush({ rawBody, authorization, ...LAZADA }),
      parsePush,
    }),
  };
}

const haravanHeaders = (body: string, given: Record<string, string> = {}) => ({
  'x-haravan-topic': 'products/update',
  'x-haravan-org-id': ORG,
  'x-haravan-hmacsha256': createHmac('sha256', SECRET).update(body).digest('base64'),
  ...given,
});
const pushHeaders = (body: string) => ({
  authorization: createHmac('sha256', LAZADA.appSecret).update(`${LAZADA.appKey}${body}`).digest('hex'),
});
const message = (body: string, headers: Record<string, string>) =>
  new Request('http://app.test/', { method: 'POST', body, headers });
const push = (sellerId: string) =>
  JSON.stringify({
    seller_id: sellerId,
    message_type: 0,
    data: { order_status: 'unpaid', trade_order_id: '123456', trade_order_line_id: '12345' },
    timestamp: 1_785_000_001,
    site: 'lazada_vn',
  });
const statusOf = (outcome: ReceiveOutcome) => [outcome.kind, answerOf(outcome).status];

describe('R9.2 receivers', () => {
  let database: FreshDatabase;
  let door: ReturnType<typeof receivers>;
  let asked: number;

  beforeAll(async () => {
    database = await freshDatabase();
    await addMerchant(storesOf(database), { orgId: ORG, sellerId: '200012345678' });
    door = receivers(database, {
      async request() {
        asked += 1;
      },
    });
  });
  beforeEach(() => {
    asked = 0;
  });
  afterAll(() => database.close());

  const stored = () => database.sweep((tx) => tx.inboxMessage.count());
  const fromHaravan = (body: string, headers = haravanHeaders(body)) =>
    door.haravan.receive(message(body, headers)).then(statusOf);
  const fromLazada = (body: string, headers: Record<string, string> = pushHeaders(body)) =>
    door.lazada.receive(message(body, headers)).then(statusOf);

  test('R9.2 a signed message is stored, a turn is asked for, and the answer is 200', async () => {
    expect(await fromHaravan('{"id":1001}')).toEqual(['accepted', 200]);
    expect(await fromLazada(push('200012345678'))).toEqual(['accepted', 200]);
    expect(asked).toBe(2);
    expect(await stored()).toBe(2);
  });

  test('R8.4 the same message again is 200 and stored once', async () => {
    expect(await fromHaravan('{"id":1002}')).toEqual(['accepted', 200]);
    expect(await fromHaravan('{"id":1002}')).toEqual(['duplicate', 200]);
    const twice = push('200012345678').replace('"123456"', '"777777"');
    expect(await fromLazada(twice)).toEqual(['accepted', 200]);
    expect(await fromLazada(twice)).toEqual(['duplicate', 200]);
  });

  test('R8.4 forged messages are 401 and leave no row', async () => {
    const before = await stored();
    const body = '{"id":1003}';
    const signed = haravanHeaders(body);
    expect(await fromHaravan('{"id":1004}', signed)).toEqual(['bad_signature', 401]);
    expect(await fromHaravan(body, { ...signed, 'x-haravan-hmacsha256': 'AAAA' })).toEqual(['bad_signature', 401]);
    expect(await fromHaravan(body, { ...signed, 'x-haravan-hmacsha256': '' })).toEqual(['bad_signature', 401]);
    expect(await fromLazada(push('200012345678'), { authorization: 'f'.repeat(64) })).toEqual(['bad_signature', 401]);
    expect(await fromLazada(push('200012345678'), {})).toEqual(['bad_signature', 401]);
    // Signed as other clients do it, without the app key in front (lazada.md §14.1).
    const without = createHmac('sha256', LAZADA.appSecret).update(push('200012345678')).digest('hex');
    expect(await fromLazada(push('200012345678'), { authorization: without })).toEqual(['bad_signature', 401]);
    expect(await stored()).toBe(before);
  });

  test('R8.4 signed nonsense is 400 and never passes as success', async () => {
    expect(await fromHaravan('not json')).toEqual(['malformed', 400]);
    expect(await fromHaravan('{}', haravanHeaders('{}', { 'x-haravan-topic': '' }))).toEqual(['malformed', 400]);
    expect(await fromLazada('[1,2')).toEqual(['malformed', 400]);
    expect(await fromLazada('"text"')).toEqual(['malformed', 400]);
  });

  test('R8.4 a body over 256 KiB is 413, whether its length is announced or not, and is not read to its end', async () => {
    const big = 'x'.repeat(BODY_LIMIT_BYTES + 1);
    expect(await fromHaravan(big)).toEqual(['too_large', 413]);
    expect(await fromLazada(big)).toEqual(['too_large', 413]);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const outcome = await door.haravan.receive({ headers: new Headers(haravanHeaders('')), body: endless });
    expect(statusOf(outcome)).toEqual(['too_large', 413]);
    expect(sent).toBeLessThan(2 * BODY_LIMIT_BYTES);
  });

  test("R9.2 Lazada's Verify probe for seller 9999 and a message for an unknown organization are 200, and stored nowhere", async () => {
    const before = await stored();
    expect(await fromLazada(push('9999'))).toEqual(['unknown_seller', 200]);
    const stranger = haravanHeaders('{"id":1}', { 'x-haravan-org-id': '999' });
    expect(await fromHaravan('{"id":1}', stranger)).toEqual(['unknown_org', 200]);
    expect(await stored()).toBe(before);
  });

  test('R9.2 hub.challenge is answered for the right token only', () => {
    const ask = (token: string) =>
      answerOf(
        door.haravan.handshake(
          new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': 'c-42' }),
        ),
      );
    expect(ask('verify-me')).toEqual({ status: 200, body: 'c-42' });
    expect(ask('guess').status).toBe(401);
  });

  test('R9.2 with Redis down the answer is still 200, within 500 ms', async () => {
    const hanging = receivers(database, { request: () => new Promise(() => undefined) });
    const failing = receivers(database, { request: () => Promise.reject(new Error('Redis is down')) });
    for (const [id, each] of [hanging, failing].entries()) {
      const body = JSON.stringify({ id: 5000 + id });
      const startedAt = performance.now();
      const outcome = await each.haravan.receive(message(body, haravanHeaders(body)));
      expect(statusOf(outcome)).toEqual(['accepted', 200]);
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  });

  test('R9.2 with Postgres down the answer is 503, so that the platform sends it again', async () => {
    const db = createDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none' });
    const down = receivers(
      { door: createTenantDoor(db), sweep: createSweepDoor(db) },
      { request: async () => undefined },
    );
    const body = '{"id":6000}';
    expect(statusOf(await down.haravan.receive(message(body, haravanHeaders(body))))).toEqual(['store_failed', 503]);
    expect(statusOf(await down.lazada.receive(message(push('1'), pushHeaders(push('1')))))).toEqual([
      'store_failed',
      503,
    ]);
    await db.$disconnect();
  });
});
