import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HARAVAN_READS } from '../haravan/operations';
import { LAZADA_READS } from '../lazada/operations';
import { readLiveRun } from './live-env';
import { type LivePlaces, openPlaces } from './live-places';

// With LIVE=1 and credentials these same tests read from the real platforms (docs/live-contract.md); else from the sandbox.
const run = readLiveRun(process.env);
const mayWrite = run.kind === 'live' && run.writes;

let places: LivePlaces;
beforeAll(async () => {
  places = await openPlaces(run);
});
afterAll(() => places.close());

describe('Lazada as it is found', () => {
  test.each(LAZADA_READS.map((operation) => [operation.method, operation] as const))(
    '%s',
    async (_method, operation) => {
      const { act, judge } = await operation.open(places.lazada);
      judge(await act());
    },
  );

  test('a price is written only when it is asked for, and then the price that stands there', async () => {
    const { client, auth, sku } = places.lazada;
    const { price, ...key } = await sku();
    const written = client.updatePrices(auth, [{ ...key, price }]);
    if (mayWrite) expect(await written).toEqual({ failures: [] });
    else await expect(written).rejects.toMatchObject({ operation: 'prices.update' });
    expect((await sku()).price).toBe(price);
  });
});

describe('Haravan as it is found', () => {
  test.each(HARAVAN_READS.map((operation) => [operation.method, operation] as const))(
    '%s',
    async (_method, operation) => {
      const { act, judge } = await operation.open(places.haravan);
      judge(await act());
    },
  );

  test('webhooks are subscribed to only when it is asked for', async () => {
    const { client, auth } = places.haravan;
    const before = await client.listWebhooks(auth);
    const subscribed = client.subscribeWebhooks(auth);
    if (mayWrite) await subscribed;
    else await expect(subscribed).rejects.toMatchObject({ operation: 'webhooks.subscribe' });
    const events = (await client.listWebhooks(auth)).map((one) => one.event);
    expect(events).toEqual(
      mayWrite ? expect.arrayContaining(before.map((one) => one.event)) : before.map((one) => one.event),
    );
  });
});
