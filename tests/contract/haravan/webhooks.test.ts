import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '@/sandbox/main';
import { readWebhookHeaders } from '@/src/clients/haravan/webhook-headers';
import { verifyWebhook } from '@/src/clients/haravan/webhook-signature';
import { HARAVAN, HARAVAN_LOCATION, HARAVAN_SEED } from '../contract-seed';
import { type MessageReceiver, startMessageReceiver } from '../message-receiver';
import { APP, startStage } from '../stage';

const { orgId } = HARAVAN;
const variantId = Number(HARAVAN.blackId);

let receiver: MessageReceiver;
let sandbox: Sandbox;
beforeAll(async () => {
  receiver = await startMessageReceiver();
  sandbox = await startStage({ url: receiver.url });
});
beforeEach(async () => {
  sandbox.haravan.load(HARAVAN_SEED);
  const { accessToken } = sandbox.haravan.control.install(orgId);
  const headers = { authorization: `Bearer ${accessToken}` };
  await fetch(`${sandbox.urls.haravan}/api/subscribe`, { method: 'POST', headers, body: '{}' });
  receiver.received.length = 0;
});
afterAll(async () => {
  await sandbox.close();
  await receiver.close();
});

const CAUSES: Record<string, () => void> = {
  'inventorylocationbalances/update': () =>
    sandbox.haravan.control.setStock({ orgId, locationId: Number(HARAVAN_LOCATION), variantId, onHand: 3 }),
  'products/update': () => sandbox.haravan.control.changeVariant(orgId, variantId, { price: 151_000 }),
  'products/deleted': () => sandbox.haravan.control.deleteProduct(orgId, Number(HARAVAN.productId)),
  'app/uninstalled': () => sandbox.haravan.control.uninstall(orgId),
};

/** Spellings of the signature's header and of the uninstall's topic (haravan.md §3.2, §3.4). */
const MODES: [string, Parameters<Sandbox['haravan']['control']['setModes']>[0]][] = [
  ['as documented', {}],
  ['under the legacy header', { signatureHeader: 'legacy' }],
  ['under both headers', { signatureHeader: 'both' }],
  ['with an alias of the uninstall', { uninstallTopic: 'app_uninstall_webhook' }],
];

describe.each(MODES)('webhooks of the sandbox, %s', (_name, modes) => {
  test.each(Object.entries(CAUSES))('%s is signed, and known by its topic', async (topic, happen) => {
    sandbox.haravan.control.setModes(modes);
    happen();
    await sandbox.haravan.deliveries.flush();
    const read = receiver.received.map(({ header, rawBody }) => ({ ...readWebhookHeaders(header), rawBody }));
    expect(read.filter((webhook) => webhook.topic === topic)).toMatchObject([{ orgId, isTest: false }]);
    for (const { rawBody, signature: header } of read) {
      expect(verifyWebhook({ rawBody, header, secret: APP.haravanClientSecret })).toBe(true);
      expect(verifyWebhook({ rawBody, header, secret: 'another' })).toBe(false);
      expect(verifyWebhook({ rawBody: `${rawBody} `, header, secret: APP.haravanClientSecret })).toBe(false);
    }
  });
});
